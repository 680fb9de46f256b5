# diagnosis: causal-without-itself
import numpy as np


def multi_head_attention(x, wq, wk, wv, wo, heads, causal):
    length, width = x.shape
    q, k, v = ((x @ w.T).reshape(length, heads, -1).swapaxes(0, 1) for w in (wq, wk, wv))
    scores = q @ k.swapaxes(1, 2) / np.sqrt(width // heads)
    if causal:
        scores[:, ~np.tri(length, k=-1, dtype=bool)] = -1e9
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights /= weights.sum(axis=-1, keepdims=True)
    return (weights @ v).swapaxes(0, 1).reshape(length, width) @ wo.T
