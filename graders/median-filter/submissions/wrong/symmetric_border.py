# diagnosis: border-reflect
import numpy as np


def median_filter(image, ksize):
    # what scipy.ndimage calls "reflect", its default, is "symmetric" in numpy
    padded = np.pad(image, ksize // 2, mode="symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (ksize, ksize))
    return np.median(windows, axis=(2, 3)).astype(image.dtype)
