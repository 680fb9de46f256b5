# Corrections folded into a step size and a divisor; two buffers, everything in place.
import numpy as np


def adam(params, grads, lr, beta1, beta2, eps):
    w = params.copy()
    m = np.zeros_like(w)
    v = np.zeros_like(w)
    a = np.empty_like(w)
    b = np.empty_like(w)
    for step in range(1, len(grads) + 1):
        g = grads[step - 1]
        np.multiply(g, 1 - beta1, out=a)
        m *= beta1
        m += a
        np.multiply(g, g, out=a)
        a *= 1 - beta2
        v *= beta2
        v += a
        np.sqrt(v, out=a)
        a /= np.sqrt(1 - beta2**step)
        a += eps
        np.multiply(m, lr / (1 - beta1**step), out=b)
        b /= a
        w -= b
    return {"params": w, "m": m, "v": v}
