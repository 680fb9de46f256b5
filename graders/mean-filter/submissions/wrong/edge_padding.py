# diagnosis: border-replicate
import numpy as np


def mean_filter(image, ksize):
    padded = np.pad(image, ksize // 2, mode="edge").astype(np.float64)
    windows = np.lib.stride_tricks.sliding_window_view(padded, (ksize, ksize))
    return np.rint(windows.mean(axis=(2, 3))).astype(np.uint8)
