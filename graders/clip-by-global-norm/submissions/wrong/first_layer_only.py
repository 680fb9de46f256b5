# diagnosis: none
# from: reference.py
# -     norm = np.sqrt(np.sum(grads.astype(np.float64) ** 2))
# +     norm = np.sqrt(np.sum(grads[: sizes[0]].astype(np.float64) ** 2))
