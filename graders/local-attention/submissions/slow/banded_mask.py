# Right, but computes all T x T scores and masks most of them.
import numpy as np


def local_attention(q, k, v, radius):
    places = np.arange(len(q))
    scores = q @ k.T / np.float32(np.sqrt(q.shape[1]))
    scores[np.abs(places[:, None] - places) > radius] = -np.inf
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ v / weights.sum(axis=1, keepdims=True)
