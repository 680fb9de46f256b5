# All windows at once, as one array of four dimensions.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def bilateral_filter(image, radius, sigma_color, sigma_space):
    size = 2 * radius + 1
    rows, columns = (fold(n, radius) for n in image.shape)
    windows = sliding_window_view(image[rows][:, columns], (size, size)).astype(np.float64)
    y, x = np.mgrid[:size, :size] - radius
    exponent = (y**2 + x**2) / sigma_space**2 + ((windows - image[:, :, None, None]) / sigma_color) ** 2
    weights = np.exp(-exponent / 2)
    return np.einsum("hwij,hwij->hw", weights, windows) / weights.sum(axis=(2, 3))


def fold(n, r):
    i = np.arange(-r, n + r)
    while n > 1 and (i.min() < 0 or i.max() >= n):
        i = np.abs(i)
        i = np.where(i >= n, 2 * (n - 1) - i, i)
    return i if n > 1 else i * 0
