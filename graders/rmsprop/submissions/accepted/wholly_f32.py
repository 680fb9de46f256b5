# Everything in float32, the settings and 1 - alpha too; in place.
import numpy as np


def rmsprop(params, grads, lr, alpha, eps):
    lr, alpha, eps = np.float32(lr), np.float32(alpha), np.float32(eps)
    rest = np.float32(1) - alpha
    w = params.copy()
    v = np.zeros_like(w)
    for g in grads:
        v *= alpha
        v += rest * (g * g)
        w -= lr * g / (np.sqrt(v) + eps)
    return {"params": w, "square_avg": v}
