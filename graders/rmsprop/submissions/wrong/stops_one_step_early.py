# diagnosis: last-step-left-out
# from: reference.py
# -     for g in grads.astype(np.float64):
# +     for g in grads[:-1].astype(np.float64):
