import numpy as np


def adamw(params, grads, lr, beta1, beta2, eps, weight_decay):
    """Loshchilov and Hutter 2019, Algorithm 2, as torch.optim.AdamW computes it: the decay is multiplied by lr and
    applied to the parameters alone."""
    p = params.astype(np.float64)
    m, v = np.zeros((2, p.size))
    for t, g in enumerate(grads.astype(np.float64), start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        p *= 1 - lr * weight_decay
        p -= lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return {name: values.astype(np.float32) for name, values in (("params", p), ("m", m), ("v", v))}
