import numpy as np


def pointwise_conv(x, weight):
    return np.tensordot(weight, x, axes=(1, 1)).transpose(1, 0, 2, 3)
