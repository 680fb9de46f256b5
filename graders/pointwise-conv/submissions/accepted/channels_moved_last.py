# As nn.Linear on the channels, moved to the end and back.
import numpy as np


def pointwise_conv(x, weight):
    n, c, h, w = x.shape
    pixels = np.moveaxis(x, 1, -1).reshape(-1, c)
    return np.moveaxis((pixels @ weight.T).reshape(n, h, w, -1), -1, 1)
