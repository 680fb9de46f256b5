import numpy as np


def online_softmax_attention(q, k, v, block):
    """Softmax attention with a running maximum and two running sums for each query: memory O(T block)."""
    queries = q.astype(np.float64) / np.sqrt(q.shape[1])
    highest = np.full((len(q), 1), -np.inf)
    total = np.zeros((len(q), 1))
    sums = np.zeros((len(q), v.shape[1]))
    for start in range(0, len(k), block):
        scores = queries @ k[start : start + block].T
        raised = np.maximum(highest, scores.max(axis=1, keepdims=True))
        shrink = np.exp(highest - raised)
        weights = np.exp(scores - raised)
        total = total * shrink + weights.sum(axis=1, keepdims=True)
        sums = sums * shrink + weights @ v[start : start + block]
        highest = raised
    return (sums / np.where(total == 0, 1, total)).astype(np.float32)
