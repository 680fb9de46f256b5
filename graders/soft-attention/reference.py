import numpy as np


def soft_attention(q, k, v, mask):
    """As scaled_dot_product_attention: softmax(q k^T / sqrt(D)) v over the visible keys; a query that sees none gets zeros."""
    q, k, v = (array.astype(np.float64) for array in (q, k, v))
    scores = np.where(mask == 1, q @ k.T / np.sqrt(q.shape[1]), -np.inf)
    highest = scores.max(axis=1, keepdims=True)
    weights = np.exp(scores - np.where(np.isfinite(highest), highest, 0))
    total = weights.sum(axis=1, keepdims=True)
    return (weights @ v / np.where(total == 0, 1, total)).astype(np.float32)
