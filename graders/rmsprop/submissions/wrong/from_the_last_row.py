# diagnosis: steps-reversed
import numpy as np


def rmsprop(params, grads, lr, alpha, eps):
    params = params.astype(np.float64)
    average = np.zeros_like(params)
    for g in grads[::-1]:
        average = alpha * average + (1 - alpha) * g**2
        params -= lr * g / (np.sqrt(average) + eps)
    return {"params": params, "square_avg": average}
