# diagnosis: variance-about-zero
# from: reference.py
# -     normalised = (rows - rows.mean(axis=1, keepdims=True)) / np.sqrt(rows.var(axis=1, keepdims=True) + eps)
# +     normalised = (rows - rows.mean(axis=1, keepdims=True)) / np.sqrt((rows**2).mean(axis=1, keepdims=True) + eps)
