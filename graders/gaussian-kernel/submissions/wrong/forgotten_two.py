# diagnosis: exponent-not-halved+not-normalised
import numpy as np


def gaussian_kernel(ksize, sigma):
    axis = np.arange(ksize) - ksize // 2
    xx, yy = np.meshgrid(axis, axis)
    return np.exp(-(xx**2 + yy**2) / sigma**2)
