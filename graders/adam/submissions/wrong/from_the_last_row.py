# diagnosis: steps-reversed
import numpy as np


def adam(params, grads, lr, beta1, beta2, eps):
    params = params.astype(np.float64)
    m, v = np.zeros_like(params), np.zeros_like(params)
    for t, g in enumerate(reversed(grads), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        params -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return {"params": params, "m": m, "v": v}
