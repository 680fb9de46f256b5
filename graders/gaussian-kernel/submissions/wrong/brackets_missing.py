# diagnosis: multiplied-by-sigma
import numpy as np


def gaussian_kernel(ksize, sigma):
    axis = np.arange(ksize) - ksize // 2
    kernel = np.exp(-(axis[:, None] ** 2 + axis**2) / 2 * sigma**2)
    return kernel / kernel.sum()
