# diagnosis: centre-one-beyond
import numpy as np


def gaussian_kernel(ksize, sigma):
    axis = np.arange(-ksize // 2, ksize // 2)
    line = np.exp(-(axis**2) / (2 * sigma**2))
    kernel = np.outer(line, line)
    return kernel / kernel.sum()
