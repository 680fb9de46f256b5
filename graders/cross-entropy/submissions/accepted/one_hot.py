# Wholly in float32, with a one-hot matrix.
import numpy as np


def cross_entropy(logits, labels):
    n, c = logits.shape
    shifted = logits - np.max(logits, axis=1, keepdims=True)
    e = np.exp(shifted)
    total = np.sum(e, axis=1, keepdims=True)
    y = np.eye(c, dtype=np.float32)[labels]
    log_p = shifted - np.log(total)
    return {"loss": float(-np.sum(y * log_p) / n), "grad": (e / total - y) / n}
