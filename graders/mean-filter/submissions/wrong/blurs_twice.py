# diagnosis: none
import numpy as np


def mirrored(length, r):
    period = 2 * (length - 1) or 1
    index = np.abs(np.arange(-r, length + r)) % period
    return np.where(index < length, index, period - index)


def pad(image, r):
    return image[mirrored(image.shape[0], r)][:, mirrored(image.shape[1], r)]


def mean_filter(image, ksize):
    for _ in range(2):
        windows = np.lib.stride_tricks.sliding_window_view(pad(image, ksize // 2), (ksize, ksize))
        image = np.rint(windows.mean(axis=(2, 3))).astype(np.uint8)
    return image
