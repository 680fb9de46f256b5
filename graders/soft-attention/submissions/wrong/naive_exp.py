# diagnosis: no-maximum-subtracted+?
# from: wrong/masked_fill.py
# -     scores -= scores.max(axis=-1, keepdims=True)
# -     weights = np.exp(scores)
# +     weights = np.exp(scores)
