# verdict: memory-budget
# Right, but holds all T x S scores.
import numpy as np


def online_softmax_attention(q, k, v, block):
    if len(k) == 0:
        return np.zeros((len(q), v.shape[1]), dtype=np.float32)
    scores = q @ k.T / np.float32(np.sqrt(q.shape[1]))
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ v / weights.sum(axis=1, keepdims=True)
