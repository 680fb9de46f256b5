# diagnosis: inputs-summed
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def depthwise_conv(x, weight, stride, padding):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(padded, weight.shape[1:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("nchwij,oij->nohw", windows, weight)
