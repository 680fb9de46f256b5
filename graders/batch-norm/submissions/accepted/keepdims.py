# Wholly in float32, with axes kept.
import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum, eps):
    shape = (1, -1, 1, 1)
    if training:
        mean = x.mean(axis=(0, 2, 3), keepdims=True)
        var = x.var(axis=(0, 2, 3), keepdims=True)
        m = x.shape[0] * x.shape[2] * x.shape[3]
        running_mean = running_mean * (1 - momentum) + mean.ravel() * momentum
        running_var = running_var * (1 - momentum) + var.ravel() * (momentum * m / (m - 1))
    else:
        mean, var = running_mean.reshape(shape), running_var.reshape(shape)
    y = (x - mean) / np.sqrt(var + eps) * gamma.reshape(shape) + beta.reshape(shape)
    return {"y": y, "running_mean": running_mean.copy(), "running_var": running_var.copy()}
