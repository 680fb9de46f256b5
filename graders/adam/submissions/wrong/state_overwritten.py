# diagnosis: overwritten-moment
import numpy as np


def adam(params, grads, lr, beta1, beta2, eps):
    p = params.copy()
    m = np.zeros_like(p)
    v = np.zeros_like(p)
    for t, g in enumerate(grads, 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m = m / (1 - beta1**t)
        v = v / (1 - beta2**t)
        p -= lr * m / (np.sqrt(v) + eps)
    return {"params": p, "m": m, "v": v}
