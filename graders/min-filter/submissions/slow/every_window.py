# Right, but a window of ksize * ksize values is searched for each pixel.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def min_filter(image, ksize):
    padded = np.pad(image, ksize // 2, mode="edge")
    return np.min(sliding_window_view(padded, (ksize, ksize)), axis=(-2, -1))
