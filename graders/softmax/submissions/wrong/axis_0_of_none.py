# diagnosis: softmax-over-columns
import numpy as np


def softmax(x):
    x = x - x.max(axis=0, keepdims=True)
    e = np.exp(x)
    return e / e.sum(axis=0, keepdims=True)
