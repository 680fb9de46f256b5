# verdict: invalid-output
import numpy as np


def adam(params, grads, lr, beta1, beta2, eps):
    m = np.zeros_like(params)
    v = np.zeros_like(params)
    for t, g in enumerate(grads, 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        params -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)  # in place: the caller's array
    return {"params": params, "m": m, "v": v}
