# diagnosis: first-image-alone
import numpy as np


def pointwise_conv(x, weight):
    n, c, h, w = x.shape
    out = np.zeros((n, weight.shape[0], h, w), dtype=np.float32)
    out[0] = (weight @ x[0].reshape(c, -1)).reshape(-1, h, w)
    return out
