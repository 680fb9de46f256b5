# Right, but visits every parameter in Python.
import numpy as np


def adam(params, grads, lr, beta1, beta2, eps):
    p = params.tolist()
    m = [0.0] * len(p)
    v = [0.0] * len(p)
    for t, row in enumerate(grads.tolist(), start=1):
        for i, g in enumerate(row):
            m[i] = beta1 * m[i] + (1 - beta1) * g
            v[i] = beta2 * v[i] + (1 - beta2) * g * g
            p[i] -= lr * (m[i] / (1 - beta1**t)) / ((v[i] / (1 - beta2**t)) ** 0.5 + eps)
    return {
        "params": np.array(p, dtype=np.float32),
        "m": np.array(m, dtype=np.float32),
        "v": np.array(v, dtype=np.float32),
    }
