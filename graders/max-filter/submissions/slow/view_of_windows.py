# Right, but searches all ksize * ksize values of every window.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_filter(image, ksize):
    padded = np.pad(image, ksize // 2, mode="edge")
    return sliding_window_view(padded, (ksize, ksize)).max(axis=(2, 3))
