# diagnosis: none
import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    p = params.copy()
    v = np.zeros_like(p)
    for g in grads:
        g = np.clip(g, -1, 1)  # nobody asked for clipping
        v = mu * v + g
        p -= lr * (g + mu * v if nesterov else v)
    return {"params": p, "velocity": v}
