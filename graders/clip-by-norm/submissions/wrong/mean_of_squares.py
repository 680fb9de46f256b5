# diagnosis: root-mean-square
# from: reference.py
# -     norm = np.sqrt(np.sum(grad.astype(np.float64) ** 2))
# +     norm = np.sqrt(np.mean(grad.astype(np.float64) ** 2)) if grad.size else 0
