# diagnosis: rows-divided-by-their-sums
import numpy as np


def gaussian_kernel(ksize, sigma):
    axis = np.arange(ksize) - ksize // 2
    xx, yy = np.meshgrid(axis, axis)
    kernel = np.exp(-(xx**2 + yy**2) / (2 * sigma**2))
    return kernel / kernel.sum(axis=1, keepdims=True)
