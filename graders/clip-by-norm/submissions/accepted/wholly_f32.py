# float32 throughout, the dot product too.
import numpy as np


def clip_by_norm(grad, limit):
    norm = np.sqrt(grad @ grad)
    if norm <= limit:
        return grad.copy()
    return grad * np.float32(np.float32(limit) / norm)
