# diagnosis: steps-reversed
import numpy as np


def adamw(params, grads, lr, beta1, beta2, eps, weight_decay):
    params = params.astype(np.float64)
    m, v = np.zeros_like(params), np.zeros_like(params)
    for t, g in enumerate(reversed(grads), start=1):
        params *= 1 - lr * weight_decay
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        params -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return {"params": params, "m": m, "v": v}
