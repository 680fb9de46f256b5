# The pixels in order: a split is a place between two that differ.
import numpy as np


def otsu_threshold(image):
    ordered = np.sort(image, axis=None).astype(np.int64)
    n = len(ordered)
    sums = np.cumsum(ordered)
    count = np.arange(1, n)
    gap = ordered[1:] != ordered[:-1]
    if not gap.any():
        return 0
    means = sums[:-1] / count - (sums[-1] - sums[:-1]) / (n - count)
    return int(ordered[:-1][np.argmax(np.where(gap, count * (n - count) * means**2, -1))])
