# diagnosis: decay-after-step-without-rate
import numpy as np


def adamw(params, grads, lr, beta1, beta2, eps, weight_decay):
    params = params.astype(np.float64)
    m, v = np.zeros_like(params), np.zeros_like(params)
    for t, grad in enumerate(grads, start=1):
        m = beta1 * m + (1 - beta1) * grad
        v = beta2 * v + (1 - beta2) * grad**2
        params -= lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
        params *= 1 - weight_decay
    return {"params": params, "m": m, "v": v}
