# diagnosis: labels-not-picked+loss-over-elements
# from: reference.py
# -     return {"loss": -log_p[rows, labels].mean(), "grad": (grad / len(labels)).astype(np.float32)}
# +     return {"loss": -log_p.mean(), "grad": (grad / len(labels)).astype(np.float32)}
