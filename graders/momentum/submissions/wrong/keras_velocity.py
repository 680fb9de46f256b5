# diagnosis: rate-inside-velocity-signed
import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    p = params.copy()
    v = np.zeros_like(p)
    for g in grads:
        v = mu * v - lr * g
        p += mu * v - lr * g if nesterov else v
    return {"params": p, "velocity": v}
