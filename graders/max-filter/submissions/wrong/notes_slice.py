# diagnosis: window-at-corner
import numpy as np


def max_filter(image, ksize):
    out = np.zeros(image.shape, dtype=np.uint8)
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            out[i, j] = np.max(image[i : i + ksize, j : j + ksize])
    return out
