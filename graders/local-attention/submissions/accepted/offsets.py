# One offset at a time: the scores of all positions with their neighbour at that distance.
import numpy as np


def local_attention(q, k, v, radius):
    length, width = q.shape
    radius = min(radius, length - 1)
    scores = np.full((length, 2 * radius + 1), -np.inf)
    spans = [(o, max(0, -o), min(length, length - o)) for o in range(-radius, radius + 1)]
    for o, first, end in spans:
        scores[first:end, o + radius] = np.einsum("td,td->t", q[first:end], k[first + o : end + o])
    scores /= np.sqrt(width)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights /= weights.sum(axis=1, keepdims=True)
    out = np.zeros(v.shape)
    for o, first, end in spans:
        out[first:end] += weights[first:end, o + radius, None] * v[first + o : end + o]
    return out.astype(np.float32)
