# diagnosis: minimum-subtracted
# from: reference.py
# -     exps = np.exp(x - x.max(axis=1, keepdims=True))
# +     exps = np.exp(x - x.min(axis=1, keepdims=True))
