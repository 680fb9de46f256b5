import numpy as np


def softmax(x):
    """As F.softmax over the last axis; the maximum of a row is subtracted, so that its largest exponent is 0."""
    x = x.astype(np.float64)
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    return (exps / exps.sum(axis=1, keepdims=True)).astype(np.float32)
