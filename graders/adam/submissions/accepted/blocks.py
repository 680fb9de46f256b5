# Blocks of parameters that fit into the cache, all steps of one block before the next; moments in double precision.
import numpy as np

BLOCK = 8192


def adam(params, grads, lr, beta1, beta2, eps):
    out = {name: np.empty_like(params) for name in ("params", "m", "v")}
    for start in range(0, params.size, BLOCK):
        part = slice(start, start + BLOCK)
        p = params[part].astype(np.float64)
        m = np.zeros_like(p)
        v = np.zeros_like(p)
        for t in range(grads.shape[0]):
            g = grads[t, part].astype(np.float64)
            m += (1 - beta1) * (g - m)
            v += (1 - beta2) * (g**2 - v)
            p -= lr * (m / (1 - beta1 ** (t + 1))) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps)
        out["params"][part], out["m"][part], out["v"][part] = p, m, v
    return out
