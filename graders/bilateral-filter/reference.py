import numpy as np


def bilateral_filter(image, radius, sigma_color, sigma_space):
    """Tomasi and Manduchi 1998 over the full square, one offset of the window at a time; the border is reflect-101."""
    height, width = image.shape
    middle = image.astype(np.float64)
    padded = middle[np.ix_(reflect_101(height, radius), reflect_101(width, radius))]
    total, weights = np.zeros_like(middle), np.zeros_like(middle)
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            shifted = padded[radius + dy : radius + dy + height, radius + dx : radius + dx + width]
            space = (dy * dy + dx * dx) / (2 * sigma_space**2)
            weight = np.exp(-space - (shifted - middle) ** 2 / (2 * sigma_color**2))
            total += weight * shifted
            weights += weight
    return (total / weights).astype(np.float32)


def reflect_101(length, radius):
    """Indices -radius ... length + radius - 1, mirrored about the outermost ones as often as it takes."""
    period = max(2 * (length - 1), 1)
    folded = np.arange(-radius, length + radius) % period
    return np.where(folded < length, folded, period - folded)
