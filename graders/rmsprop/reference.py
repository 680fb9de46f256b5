import numpy as np


def rmsprop(params, grads, lr, alpha, eps):
    """Hinton's lecture 6e, as torch.optim.RMSprop computes it: no correction for the start at zero, and eps is added
    to the root."""
    p = params.astype(np.float64)
    average = np.zeros_like(p)
    for g in grads.astype(np.float64):
        average = alpha * average + (1 - alpha) * g**2
        p -= lr * g / (np.sqrt(average) + eps)
    return {"params": p.astype(np.float32), "square_avg": average.astype(np.float32)}
