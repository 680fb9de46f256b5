# diagnosis: log-softmax
# from: reference.py
# -     exps = np.exp(x - x.max(axis=1, keepdims=True))
# -     return (exps / exps.sum(axis=1, keepdims=True)).astype(np.float32)
# +     x -= x.max(axis=1, keepdims=True)
# +     return (x - np.log(np.exp(x).sum(axis=1, keepdims=True))).astype(np.float32)
