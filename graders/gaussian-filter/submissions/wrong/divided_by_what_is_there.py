# diagnosis: window-clipped
import numpy as np


def gaussian_filter(image, ksize, sigma):
    r = ksize // 2
    axis = np.arange(-r, r + 1)
    kernel = np.exp(-(axis**2) / (2 * sigma**2))
    total = np.ones(image.shape)
    image = image.astype(np.float64)
    for _ in range(2):
        image, total = blur(image, kernel).T, blur(total, kernel).T
    return image / total


def blur(image, kernel):
    r = len(kernel) // 2
    padded = np.pad(image, ((r, r), (0, 0)))
    return sum(weight * padded[i : i + len(image)] for i, weight in enumerate(kernel))
