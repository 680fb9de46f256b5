# diagnosis: nesterov-without-gradient
import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    p = params.copy()
    v = np.zeros_like(p)
    for g in grads:
        v = mu * v + g
        p -= lr * mu * v if nesterov else lr * v
    return {"params": p, "velocity": v}
