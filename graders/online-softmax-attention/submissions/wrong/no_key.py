# diagnosis: no-key-nan
# from: reference.py
# -     return (sums / np.where(total == 0, 1, total)).astype(np.float32)
# +     return (sums / total).astype(np.float32)
