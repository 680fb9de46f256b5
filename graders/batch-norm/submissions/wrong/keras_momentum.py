# diagnosis: momentum-of-the-old-value+biased-running-variance
import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum, eps):
    if training:
        mean = np.mean(x, axis=(0, 2, 3))
        var = np.var(x, axis=(0, 2, 3))
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * var
    else:
        mean, var = running_mean, running_var
    x_hat = (x - mean[None, :, None, None]) / np.sqrt(var[None, :, None, None] + eps)
    y = gamma[None, :, None, None] * x_hat + beta[None, :, None, None]
    return {"y": y, "running_mean": running_mean.astype(np.float32), "running_var": running_var.astype(np.float32)}
