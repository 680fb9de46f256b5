import numpy as np


def gaussian_kernel(ksize, sigma):
    """The outer product of a 1-D kernel with itself, as cv2.getGaussianKernel makes it."""
    distance = np.arange(ksize) - (ksize - 1) / 2
    weights = np.exp(-(distance**2) / (2 * sigma**2))
    weights /= weights.sum()
    return np.outer(weights, weights)
