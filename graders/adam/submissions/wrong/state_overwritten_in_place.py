# diagnosis: overwritten-moment
import numpy as np


def adam(params, grads, lr, beta1, beta2, eps):
    params, m, v = params.copy(), np.zeros_like(params), np.zeros_like(params)
    for t, grad in enumerate(grads, start=1):
        m = beta1 * m + (1 - beta1) * grad
        v = beta2 * v + (1 - beta2) * grad**2
        m /= 1 - beta1**t
        v /= 1 - beta2**t
        params -= lr * m / (np.sqrt(v) + eps)
    return {"params": params, "m": m, "v": v}
