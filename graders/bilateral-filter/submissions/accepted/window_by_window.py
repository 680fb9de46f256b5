# A patch of the padded image for each pixel.
import numpy as np


def mirrored(length, r):
    period = 2 * (length - 1) or 1
    index = np.abs(np.arange(-r, length + r)) % period
    return np.where(index < length, index, period - index)


def bilateral_filter(image, radius, sigma_color, sigma_space):
    axis = np.arange(-radius, radius + 1)
    space = np.exp(-(axis[:, None] ** 2 + axis**2) / (2 * sigma_space**2))
    padded = image[mirrored(image.shape[0], radius)][:, mirrored(image.shape[1], radius)].astype(np.float64)
    out = np.empty(image.shape)
    for i, j in np.ndindex(*image.shape):
        patch = padded[i : i + len(axis), j : j + len(axis)]
        weights = space * np.exp(-((patch - image[i, j]) ** 2) / (2 * sigma_color**2))
        out[i, j] = np.average(patch, weights=weights)
    return out.astype(np.float32)
