# diagnosis: maximum-not-added-back
# from: reference.py
# -     log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
# -     grad = np.exp(log_p)
# +     exps = np.exp(z)
# +     log_p = logits - np.log(exps.sum(axis=1, keepdims=True))
# +     grad = exps / exps.sum(axis=1, keepdims=True)
