# One query at a time with all its scores, which are only S numbers; block is not needed for that.
import numpy as np


def online_softmax_attention(q, k, v, block):
    out = np.zeros((len(q), v.shape[1]), dtype=np.float32)
    if len(k) == 0:
        return out
    for t, query in enumerate(q):
        scores = k @ query / np.sqrt(len(query))
        weights = np.exp(scores - scores.max())
        out[t] = weights @ v / weights.sum()
    return out
