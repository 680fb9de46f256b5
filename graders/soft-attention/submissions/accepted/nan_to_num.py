# All at once in f32; the rows that see nothing come out as NaN, and are then put right.
import numpy as np


def soft_attention(q, k, v, mask):
    scores = np.einsum("td,sd->ts", q, k) / np.float32(np.sqrt(q.shape[-1]))
    scores[mask == 0] = -np.inf
    with np.errstate(invalid="ignore"):
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
    return np.nan_to_num(weights, nan=0.0) @ v
