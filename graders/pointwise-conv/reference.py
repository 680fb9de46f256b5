import numpy as np


def pointwise_conv(x, weight):
    """One matrix product for each image: its planes already are the rows of a C x HW matrix."""
    n, c, h, w = x.shape
    return np.matmul(weight, x.reshape(n, c, h * w)).reshape(n, len(weight), h, w)
