# Everything in float32, the settings and 1 - beta too; the powers are kept as running products.
import numpy as np


def adam(params, grads, lr, beta1, beta2, eps):
    lr, beta1, beta2, eps, one = (np.float32(x) for x in (lr, beta1, beta2, eps, 1))
    params = params.copy()
    m = np.zeros_like(params)
    v = np.zeros_like(params)
    power1 = power2 = one
    for g in grads:
        power1, power2 = power1 * beta1, power2 * beta2
        m = beta1 * m + (one - beta1) * g
        v = beta2 * v + (one - beta2) * (g * g)
        params -= lr * (m / (one - power1)) / (np.sqrt(v / (one - power2)) + eps)
    return {"params": params, "m": m, "v": v}
