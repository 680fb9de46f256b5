# The averages do not depend on the parameters: all of them by one product with a triangle of powers, then all steps at once.
import numpy as np


def rmsprop(params, grads, lr, alpha, eps):
    steps = len(grads)
    if steps == 0:
        return {"params": params.copy(), "square_avg": np.zeros_like(params)}
    age = np.subtract.outer(np.arange(steps), np.arange(steps))
    weights = np.where(age >= 0, (1 - alpha) * alpha ** np.maximum(age, 0).astype(float), 0)
    g = grads.astype(np.float64)
    averages = weights @ g**2
    moved = (lr * g / (np.sqrt(averages) + eps)).sum(axis=0)
    return {"params": (params - moved).astype(np.float32), "square_avg": averages[-1].astype(np.float32)}
