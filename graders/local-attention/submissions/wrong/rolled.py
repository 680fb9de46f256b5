# diagnosis: window-wraps-around+scores-not-scaled
import numpy as np


def local_attention(q, k, v, radius):
    offsets = range(-radius, radius + 1)
    scores = np.stack([(q * np.roll(k, -o, axis=0)).sum(axis=1) for o in offsets], axis=1)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    return sum(weights[:, i, None] * np.roll(v, -o, axis=0) for i, o in enumerate(offsets))
