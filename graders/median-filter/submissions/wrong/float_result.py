# verdict: invalid-output
import numpy as np


def median_filter(image, ksize):
    padded = np.pad(image, ksize // 2, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(padded, (ksize, ksize))
    return np.median(windows, axis=(2, 3))  # float64, not uint8
