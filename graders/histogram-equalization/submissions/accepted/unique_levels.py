# Only the levels that occur.
import numpy as np


def histogram_equalization(image):
    levels, inverse, counts = np.unique(image, return_inverse=True, return_counts=True)
    if len(levels) == 1:
        return image.copy()
    above = np.cumsum(counts) - counts[0]
    table = np.round(above * 255 / above[-1]).astype(np.uint8)
    return table[inverse].reshape(image.shape)
