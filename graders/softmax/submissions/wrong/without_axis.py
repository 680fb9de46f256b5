# diagnosis: softmax-over-all
# from: reference.py
# -     exps = np.exp(x - x.max(axis=1, keepdims=True))
# -     return (exps / exps.sum(axis=1, keepdims=True)).astype(np.float32)
# +     exps = np.exp(x - np.max(x, initial=-np.inf))
# +     return (exps / exps.sum()).astype(np.float32)
