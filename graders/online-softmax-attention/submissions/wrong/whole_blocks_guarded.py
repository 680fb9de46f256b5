# diagnosis: last-block-dropped
import numpy as np


def online_softmax_attention(q, k, v, block):
    top = np.full((len(q), 1), -np.inf)
    total = np.zeros((len(q), 1))
    mixed = np.zeros((len(q), v.shape[1]))
    for at in range(len(k) // block):
        keys, values = k[at * block : (at + 1) * block], v[at * block : (at + 1) * block]
        scores = q @ keys.T / np.sqrt(q.shape[1])
        higher = np.maximum(top, scores.max(1, keepdims=True))
        shrink, weights = np.exp(top - higher), np.exp(scores - higher)
        total = total * shrink + weights.sum(1, keepdims=True)
        mixed = mixed * shrink + weights @ values
        top = higher
    return np.divide(mixed, total, out=np.zeros_like(mixed), where=total > 0)
