import numpy as np


def sgd(params, grads, lr, weight_decay):
    """As torch.optim.SGD without momentum: the decay joins the gradient of the step."""
    p = params.astype(np.float64)
    for g in grads:
        p -= lr * (g + weight_decay * p)
    return p.astype(np.float32)
