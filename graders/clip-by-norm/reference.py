import numpy as np


def clip_by_norm(grad, limit):
    """As paddle.nn.ClipGradByNorm: one factor for all numbers, at most 1."""
    norm = np.sqrt(np.sum(grad.astype(np.float64) ** 2))
    return (grad * (limit / max(norm, limit))).astype(np.float32)
