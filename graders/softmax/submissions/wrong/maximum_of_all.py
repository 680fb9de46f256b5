# diagnosis: maximum-of-all-subtracted
# from: reference.py
# -     exps = np.exp(x - x.max(axis=1, keepdims=True))
# +     exps = np.exp(x - x.max()) if x.size else x
