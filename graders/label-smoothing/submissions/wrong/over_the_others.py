# diagnosis: spread-over-the-others
# from: accepted/one_hot.py
# -     targets = np.full((n, c), epsilon / c, dtype=np.float32)
# -     targets[np.arange(n), labels] += np.float32(1 - epsilon)
# +     targets = np.full((n, c), epsilon / max(c - 1, 1), dtype=np.float32)
# +     targets[np.arange(n), labels] = np.float32(1 - epsilon)
