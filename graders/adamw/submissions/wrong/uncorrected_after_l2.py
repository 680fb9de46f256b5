# diagnosis: l2-in-gradient+no-bias-correction
import numpy as np


def adamw(params, grads, lr, beta1, beta2, eps, weight_decay):
    params = params.copy()
    m = np.zeros_like(params)
    v = np.zeros_like(params)
    for g in grads:
        g = g + weight_decay * params
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        params -= lr * m / (np.sqrt(v) + eps)
    return {"params": params, "m": m, "v": v}
