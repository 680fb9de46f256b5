# diagnosis: window-at-corner+zero-padding
import numpy as np


def min_filter(image, ksize):
    padded = np.zeros((image.shape[0] + ksize - 1, image.shape[1] + ksize - 1), dtype=np.uint8)
    padded[: image.shape[0], : image.shape[1]] = image
    out = np.empty_like(image)
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            out[i, j] = padded[i : i + ksize, j : j + ksize].min()
    return out
