# diagnosis: scores-divided-by-root-of-keys
# from: reference.py
# -     scores = np.einsum("td,tdw->tw", q, keys) / np.sqrt(width)
# +     scores = np.einsum("td,tdw->tw", q, keys) / np.sqrt(length)
