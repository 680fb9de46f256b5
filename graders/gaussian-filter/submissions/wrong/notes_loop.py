# diagnosis: loop-stops-early
import numpy as np


def gaussian_filter(image, ksize, sigma):
    r = ksize // 2
    axis = np.arange(ksize) - r
    kernel = np.exp(-(axis[:, None] ** 2 + axis[None, :] ** 2) / (2 * sigma**2))
    kernel = kernel / kernel.sum()
    gaussian_image = np.zeros(shape=image.shape, dtype=np.float32)
    for i in range(image.shape[0] - ksize):
        for j in range(image.shape[1] - ksize):
            gaussian_image[i + r, j + r] = np.sum(image[i : i + ksize, j : j + ksize] * kernel)
    return gaussian_image
