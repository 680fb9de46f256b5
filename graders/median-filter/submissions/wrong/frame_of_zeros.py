# diagnosis: border-unfiltered
import numpy as np


def median_filter(image, ksize):
    r = ksize // 2
    h, w = image.shape
    out = np.zeros_like(image)
    for i in range(r, h - r):
        for j in range(r, w - r):
            out[i, j] = np.median(image[i - r : i + r + 1, j - r : j + r + 1])
    return out
