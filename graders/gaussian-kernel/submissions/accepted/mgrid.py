# Each weight by its distance.
import numpy as np


def gaussian_kernel(ksize, sigma):
    r = ksize // 2
    y, x = np.mgrid[-r : r + 1, -r : r + 1]
    kernel = np.exp(-(x**2 + y**2) / (2.0 * sigma**2))
    return kernel / kernel.sum()
