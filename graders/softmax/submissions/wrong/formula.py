# diagnosis: no-maximum-subtracted
import numpy as np


def softmax(x):
    exps = np.exp(x)
    return exps / exps.sum(axis=1, keepdims=True)
