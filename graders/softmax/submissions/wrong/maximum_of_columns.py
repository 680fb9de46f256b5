# diagnosis: maximum-of-each-column-subtracted
# from: reference.py
# -     exps = np.exp(x - x.max(axis=1, keepdims=True))
# +     exps = np.exp(x - x.max(axis=0, keepdims=True))
