# diagnosis: log-sum-in-bits+gradient-not-averaged
# from: reference.py
# -     log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
# -     grad = np.exp(log_p)
# +     total = np.exp(z).sum(axis=1, keepdims=True)
# +     log_p = z - np.log2(total)
# +     grad = np.exp(z) / total
# -     return {"loss": -log_p[rows, labels].mean(), "grad": (grad / len(labels)).astype(np.float32)}
# +     return {"loss": -log_p[rows, labels].mean(), "grad": grad.astype(np.float32)}
