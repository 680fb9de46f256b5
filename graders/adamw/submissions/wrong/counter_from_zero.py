# diagnosis: step-counter-zero
# from: reference.py
# -     for t, g in enumerate(grads.astype(np.float64), start=1):
# +     for t, g in enumerate(grads.astype(np.float64)):
