# diagnosis: border-wrap
import numpy as np


def median_filter(image, ksize):
    r = ksize // 2
    padded = np.pad(image, r, mode="wrap")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (ksize, ksize))
    return np.median(windows, axis=(2, 3)).astype(np.uint8)
