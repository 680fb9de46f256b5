# np.convolve on every row and column of the padded image.
import numpy as np


def gaussian_filter(image, ksize, sigma):
    r = ksize // 2
    x = np.arange(-r, r + 1)
    kernel = np.exp(-0.5 * (x / sigma) ** 2)
    kernel = kernel / kernel.sum()
    padded = np.pad(image.astype(np.float64), r, mode="reflect")
    rows = np.array([np.convolve(row, kernel, mode="valid") for row in padded])
    columns = np.array([np.convolve(column, kernel, mode="valid") for column in rows.T])
    return columns.T.astype(np.float32)
