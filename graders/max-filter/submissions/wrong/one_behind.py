# diagnosis: window-one-long-behind
import numpy as np


def max_filter(image, ksize):
    half = ksize // 2
    padded = np.pad(image, half, mode="edge")
    out = np.empty_like(image)
    for y, x in np.ndindex(*image.shape):
        out[y, x] = padded[y : y + ksize + 1, x : x + ksize + 1].max()
    return out
