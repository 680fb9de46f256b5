import numpy as np


def median_filter(image, ksize):
    """Median of the ksize x ksize window around each pixel; pixels beyond the border repeat the nearest one.

    Threshold decomposition: the median exceeds a level exactly when more than half of the window does, so the median is
    the number of levels that it exceeds. Each level is one box count, whose cost does not depend on ksize.
    """
    padded = np.pad(image, ksize // 2, mode="edge")
    lowest, highest = int(image.min()), int(image.max())
    median = np.full(image.shape, lowest, np.uint8)
    for level in range(lowest, highest):
        median += box_count(padded > level, ksize) > ksize * ksize // 2
    return median


def box_count(mask, ksize):
    """How many are set in each ksize x ksize window that lies within the mask."""
    return running_sum(running_sum(mask, ksize).T, ksize).T


def running_sum(values, length):
    total = np.cumsum(values, axis=0, dtype=np.int32)
    total[length:] -= total[:-length]
    return total[length - 1 :]
