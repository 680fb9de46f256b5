# diagnosis: always-scaled-but-zeros
import numpy as np


def clip_by_norm(grad, limit):
    norm = np.linalg.norm(grad.astype(np.float64))
    if norm == 0:
        return grad.copy()
    return (grad * (limit / norm)).astype(np.float32)
