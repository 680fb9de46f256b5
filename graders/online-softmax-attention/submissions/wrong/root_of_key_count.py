# diagnosis: scores-divided-by-root-of-keys
# from: reference.py
# -     queries = q.astype(np.float64) / np.sqrt(q.shape[1])
# +     queries = q.astype(np.float64) / np.sqrt(max(1, k.shape[0]))
