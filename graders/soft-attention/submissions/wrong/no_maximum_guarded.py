# diagnosis: no-maximum-subtracted
import numpy as np


def soft_attention(q, k, v, mask):
    scores = np.where(mask == 1, q @ k.T / np.sqrt(q.shape[1]), -np.inf)
    weights = np.exp(scores)
    total = weights.sum(axis=1, keepdims=True)
    return np.divide(weights, total, out=np.zeros_like(weights), where=total > 0) @ v
