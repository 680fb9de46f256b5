# diagnosis: batch-written-inside
import numpy as np


def pointwise_conv(x, weight):
    n, c, h, w = x.shape
    columns = x.transpose(1, 0, 2, 3).reshape(c, -1)
    return np.dot(weight, columns).reshape(n, weight.shape[0], h, w)
