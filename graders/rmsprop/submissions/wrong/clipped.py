# diagnosis: none
# from: reference.py
# nobody asked for clipping
# -     for g in grads.astype(np.float64):
# +     for g in np.clip(grads, -1, 1).astype(np.float64):
