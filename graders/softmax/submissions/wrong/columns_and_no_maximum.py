# diagnosis: no-maximum-subtracted+softmax-over-columns
import numpy as np


def softmax(x):
    return np.exp(x) / np.sum(np.exp(x), axis=0)
