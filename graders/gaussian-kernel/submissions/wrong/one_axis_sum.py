# diagnosis: divided-by-sum-of-one-axis
import numpy as np


def gaussian_kernel(ksize, sigma):
    axis = np.arange(ksize) - ksize // 2
    line = np.exp(-(axis**2) / (2 * sigma**2))
    return np.outer(line, line) / line.sum()
