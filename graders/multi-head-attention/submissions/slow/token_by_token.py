# Right, but visits every token of every head in Python, and projects the keys and values of all heads again for each.
import numpy as np


def multi_head_attention(x, wq, wk, wv, wo, heads, causal):
    length, width = x.shape
    d = width // heads
    merged = np.zeros((length, width))
    for h in range(heads):
        own = slice(h * d, (h + 1) * d)
        for t in range(length):
            seen = x[: t + 1 if causal else length]
            k, v = (seen @ wk.T)[:, own], (seen @ wv.T)[:, own]
            scores = k @ (wq[own] @ x[t]) / np.sqrt(d)
            weights = np.exp(scores - scores.max())
            merged[t, own] = weights @ v / weights.sum()
    return (merged @ wo.T).astype(np.float32)
