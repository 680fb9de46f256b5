# diagnosis: window-clipped+window-at-corner
import numpy as np


def mean_filter(image, ksize):
    out = np.zeros_like(image)
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            out[i, j] = np.rint(image[i : i + ksize, j : j + ksize].mean())
    return out
