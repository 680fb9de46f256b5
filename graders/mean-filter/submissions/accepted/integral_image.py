# Summed-area table of the padded image.
import numpy as np


def mirrored(length, r):
    period = 2 * (length - 1) or 1
    index = np.abs(np.arange(-r, length + r)) % period
    return np.where(index < length, index, period - index)


def pad(image, r):
    return image[mirrored(image.shape[0], r)][:, mirrored(image.shape[1], r)]


def mean_filter(image, ksize):
    table = np.pad(pad(image, ksize // 2).astype(np.int32), ((1, 0), (1, 0)))
    table = table.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
    sums = table[ksize:, ksize:] - table[:-ksize, ksize:] - table[ksize:, :-ksize] + table[:-ksize, :-ksize]
    return np.rint(sums / ksize**2).astype(np.uint8)
