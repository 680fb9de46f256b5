# diagnosis: radius-is-ksize
import numpy as np


def mirrored(length, r):
    period = 2 * (length - 1) or 1
    index = np.abs(np.arange(-r, length + r)) % period
    return np.where(index < length, index, period - index)


def mean_filter(image, ksize):
    padded = image[mirrored(image.shape[0], ksize)][:, mirrored(image.shape[1], ksize)]
    windows = np.lib.stride_tricks.sliding_window_view(padded, (2 * ksize + 1, 2 * ksize + 1))
    return np.rint(windows.mean(axis=(2, 3))).astype(np.uint8)
