# diagnosis: bytes-overflow
import numpy as np


def mirrored(length, r):
    period = 2 * (length - 1) or 1
    index = np.abs(np.arange(-r, length + r)) % period
    return np.where(index < length, index, period - index)


def pad(image, r):
    return image[mirrored(image.shape[0], r)][:, mirrored(image.shape[1], r)]


def mean_filter(image, ksize):
    h, w = image.shape
    padded = pad(image, ksize // 2)
    total = np.zeros_like(image)  # uint8
    for i in range(ksize):
        for j in range(ksize):
            total += padded[i : i + h, j : j + w]
    return np.rint(total / ksize**2).astype(np.uint8)
