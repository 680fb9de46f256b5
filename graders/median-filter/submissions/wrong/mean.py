# diagnosis: mean-instead-of-median
import numpy as np


def median_filter(image, ksize):
    padded = np.pad(image, ksize // 2, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (ksize, ksize))
    return np.rint(windows.mean(axis=(2, 3))).astype(np.uint8)
