# A blur along an axis is a product with a banded matrix, into which the mirrored border is folded.
import numpy as np


def blur_matrix(length, ksize, sigma):
    r = ksize // 2
    offsets = np.arange(-r, r + 1)
    weights = np.exp(-(offsets**2) / (2 * sigma**2))
    weights /= weights.sum()
    period = max(2 * length - 2, 1)
    places = np.abs(np.arange(length)[:, None] + offsets) % period
    places = np.minimum(places, period - places) if length > 1 else places * 0
    matrix = np.zeros((length, length))
    np.add.at(matrix, (np.arange(length)[:, None], places), weights)
    return matrix


def gaussian_filter(image, ksize, sigma):
    height, width = image.shape
    return blur_matrix(height, ksize, sigma) @ image @ blur_matrix(width, ksize, sigma).T
