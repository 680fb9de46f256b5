# Right and linear, but visits every pair of positions in Python.
import numpy as np


def local_attention(q, k, v, radius):
    out = np.empty(v.shape, dtype=np.float32)
    for t, query in enumerate(q):
        near = slice(max(0, t - radius), t + radius + 1)
        scores = np.array([key @ query for key in k[near]]) / np.sqrt(len(query))
        weights = np.exp(scores - scores.max())
        out[t] = weights @ v[near] / weights.sum()
    return out
