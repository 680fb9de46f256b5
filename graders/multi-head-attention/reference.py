import numpy as np


def multi_head_attention(x, wq, wk, wv, wo, heads, causal):
    """As nn.MultiheadAttention without biases: each head attends in its own D / heads columns of the projections."""
    length, width = x.shape
    x = x.astype(np.float64)
    q, k, v = ((x @ weight.T).reshape(length, heads, -1).transpose(1, 0, 2) for weight in (wq, wk, wv))
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(width // heads)
    if causal:
        scores[:, np.triu(np.ones((length, length), dtype=bool), 1)] = -np.inf
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    mixed = (weights @ v).transpose(1, 0, 2).reshape(length, width)
    return (mixed @ wo.T).astype(np.float32)
