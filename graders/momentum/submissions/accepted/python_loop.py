# Right, though it visits every parameter in Python.
import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    p = params.tolist()
    v = [0.0] * len(p)
    for row in grads.tolist():
        for i, g in enumerate(row):
            v[i] = mu * v[i] + g
            p[i] -= lr * (g + mu * v[i] if nesterov else v[i])
    return {"params": np.array(p, dtype=np.float32), "velocity": np.array(v, dtype=np.float32)}
