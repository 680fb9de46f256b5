# diagnosis: nesterov-always
import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    p = params.copy()
    v = np.zeros_like(p)
    for g in grads:
        v = mu * v + g
        p -= lr * (g + mu * v)
    return {"params": p, "velocity": v}
