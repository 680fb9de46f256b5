# diagnosis: maximum-starts-at-zero
# from: reference.py
# -     highest = np.full((len(q), 1), -np.inf)
# +     highest = np.zeros((len(q), 1))
# -     return (sums / np.where(total == 0, 1, total)).astype(np.float32)
# +     return (sums / total if len(k) else sums).astype(np.float32)
