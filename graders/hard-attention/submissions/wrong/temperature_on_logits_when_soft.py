# diagnosis: noise-after-temperature
import numpy as np


def hard_attention(logits, gumbel, tau, hard):
    if hard:
        return np.eye(logits.shape[1])[np.argmax(logits + gumbel, axis=1)]
    z = logits / tau + gumbel
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
