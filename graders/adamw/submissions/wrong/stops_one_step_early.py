# diagnosis: last-step-left-out
# from: reference.py
# -     for t, g in enumerate(grads.astype(np.float64), start=1):
# +     for t, g in enumerate(grads[:-1].astype(np.float64), start=1):
