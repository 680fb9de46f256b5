import numpy as np


def gaussian_filter(image, ksize, sigma):
    """As cv2.GaussianBlur: the columns with a 1-D kernel, then the rows of what comes out; the border is reflect-101."""
    radius = ksize // 2
    distance = np.arange(-radius, radius + 1)
    kernel = np.exp(-(distance**2) / (2 * sigma**2))
    kernel /= kernel.sum()
    height, width = image.shape
    padded = image[np.ix_(mirrored(height, radius), mirrored(width, radius))].astype(np.float64)
    down = sum(weight * padded[at : at + height] for at, weight in enumerate(kernel))
    across = sum(weight * down[:, at : at + width] for at, weight in enumerate(kernel))
    return across.astype(np.float32)


def mirrored(length, radius):
    """The indices from -radius on, mirrored about the outermost ones as often as it takes."""
    period = max(2 * (length - 1), 1)
    folded = np.arange(-radius, length + radius) % period
    return np.where(folded < length, folded, period - folded)
