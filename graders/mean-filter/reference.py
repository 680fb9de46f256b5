import numpy as np


def mean_filter(image, ksize):
    """Mean of the ksize x ksize window around each pixel, rounded to the nearest integer; reflect-101 border as in cv2.blur.

    Running sums down the columns and then along the rows, so the cost does not depend on ksize.
    """
    height, width = image.shape
    padded = image[np.ix_(reflect_101(height, ksize // 2), reflect_101(width, ksize // 2))]
    sums = running_sums(running_sums(padded, ksize).T, ksize).T
    # The area is odd, so no mean lies halfway between two integers.
    return ((sums + ksize * ksize // 2) // (ksize * ksize)).astype(np.uint8)


def reflect_101(length, radius):
    """Indices -radius ... length + radius - 1, mirrored about the outermost ones as often as it takes."""
    period = max(2 * (length - 1), 1)
    folded = np.arange(-radius, length + radius) % period
    return np.minimum(folded, period - folded) if length > 1 else folded


def running_sums(values, length):
    """Sums of `length` neighbours along the first axis, wherever all of them exist."""
    totals = np.cumsum(values, axis=0, dtype=np.int32)
    totals[length:] -= totals[:-length]
    return totals[length - 1 :]
