# diagnosis: window-at-corner
import numpy as np


def median_filter(image, ksize):
    h, w = image.shape
    padded = np.pad(image, ((0, ksize - 1), (0, ksize - 1)), mode="edge")
    out = np.empty_like(image)
    for i in range(h):
        for j in range(w):
            out[i, j] = np.median(padded[i : i + ksize, j : j + ksize])
    return out
