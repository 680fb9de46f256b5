# diagnosis: antialiased
import numpy as np


def weights(n, m):
    scale = max(n / m, 1.0)
    centre = (np.arange(m) + 0.5) * n / m - 0.5
    if n <= m:
        centre = np.clip(centre, 0, n - 1)
    hats = np.maximum(0, 1 - np.abs(centre[:, None] - np.arange(n)) / scale)
    return hats / hats.sum(axis=1, keepdims=True)


def bilinear_resize(image, height, width):
    return weights(image.shape[0], height) @ image @ weights(image.shape[1], width).T
