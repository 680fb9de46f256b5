# diagnosis: one-step-of-the-mean+no-weight-decay
import numpy as np


def sgd(params, grads, lr, weight_decay):
    if len(grads) == 0:
        return params.copy()
    return (params - lr * np.mean(grads, axis=0)).astype(np.float32)
