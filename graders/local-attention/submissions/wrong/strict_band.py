# diagnosis: window-without-its-ends
import numpy as np


def local_attention(q, k, v, radius):
    places = np.arange(len(q))
    scores = q @ k.T / np.sqrt(q.shape[1])
    scores = np.where(np.abs(places[:, None] - places) < radius, scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ v / weights.sum(axis=1, keepdims=True)
