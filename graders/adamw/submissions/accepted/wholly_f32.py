# Everything in float32, the settings and 1 - beta too, in place.
import numpy as np


def adamw(params, grads, lr, beta1, beta2, eps, weight_decay):
    lr, b1, b2, eps, decay = np.array([lr, beta1, beta2, eps, weight_decay], dtype=np.float32)
    one = np.float32(1)
    w = params.copy()
    state = {"m": np.zeros_like(w), "v": np.zeros_like(w)}
    for t in range(1, len(grads) + 1):
        g = grads[t - 1]
        w *= one - lr * decay
        for name, beta, new in (("m", b1, g), ("v", b2, g * g)):
            state[name] *= beta
            state[name] += (one - beta) * new
        root = np.sqrt(state["v"] / (one - b2**t)) + eps
        w -= lr * (state["m"] / (one - b1**t)) / root
    return {"params": w, **state}
