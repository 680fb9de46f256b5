# The averages do not depend on the parameters: all of them by a triangle of powers, then each step with what decay leaves of it.
import numpy as np


def averages(values, beta):
    steps = np.arange(len(values))
    age = np.subtract.outer(steps, steps)
    weights = np.where(age >= 0, (1 - beta) * beta ** np.maximum(age, 0).astype(float), 0)
    return weights @ values


def adamw(params, grads, lr, beta1, beta2, eps, weight_decay):
    zeros = np.zeros_like(params)
    if len(grads) == 0:
        return {"params": params.copy(), "m": zeros, "v": zeros}
    g = grads.astype(np.float64)
    m, v = averages(g, beta1), averages(g * g, beta2)
    t = np.arange(1, len(g) + 1)[:, None]
    moves = lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    keep = 1 - lr * weight_decay
    left = keep ** np.arange(len(g) - 1, -1, -1, dtype=float)
    moved = keep ** len(g) * params - left @ moves
    return {name: np.float32(x) for name, x in (("params", moved), ("m", m[-1]), ("v", v[-1]))}
