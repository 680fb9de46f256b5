import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum, eps):
    """As torch.nn.functional.batch_norm, but that the running statistics are returned: the biased variance normalises,
    the unbiased one is averaged."""
    mean, variance = running_mean.astype(np.float64), running_var.astype(np.float64)
    if training:
        mean, variance = x.mean(axis=(0, 2, 3), dtype=np.float64), x.var(axis=(0, 2, 3), dtype=np.float64)
        count = x.size // x.shape[1]
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * variance * count / (count - 1)
    scale = gamma / np.sqrt(variance + eps)
    y = (x - mean[:, None, None]) * scale[:, None, None] + beta[:, None, None]
    return {
        "y": y.astype(np.float32),
        "running_mean": running_mean.astype(np.float32),
        "running_var": running_var.astype(np.float32),
    }
