# diagnosis: border-unfiltered+clipped-to-bytes
import numpy as np


def gaussian_filter(image, ksize, sigma):
    r = ksize // 2
    axis = np.arange(-r, r + 1)
    kernel = np.exp(-(axis**2) / (2 * sigma**2))
    kernel = np.outer(kernel, kernel) / kernel.sum() ** 2
    h, w = image.shape
    out = np.zeros((h, w))
    for i in range(r, h - r):
        for j in range(r, w - r):
            out[i, j] = (image[i - r : i + r + 1, j - r : j + r + 1] * kernel).sum()
    return np.clip(out, 0, 255).astype(np.float32)
