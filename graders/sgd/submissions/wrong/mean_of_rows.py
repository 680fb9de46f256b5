# diagnosis: one-step-of-the-mean+mean-of-no-rows
import numpy as np


def sgd(params, grads, lr, weight_decay):
    gradient = np.mean(grads.astype(np.float64), axis=0) + weight_decay * params
    return (params - lr * gradient).astype(np.float32)
