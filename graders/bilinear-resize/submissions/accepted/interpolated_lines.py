# np.interp clamps at both ends by itself.
import numpy as np


def resize_rows(rows, wanted):
    n = rows.shape[1]
    at = (np.arange(wanted) + 0.5) * n / wanted - 0.5
    return np.stack([np.interp(at, np.arange(n), row) for row in rows])


def bilinear_resize(image, height, width):
    return resize_rows(resize_rows(image, width).T, height).T
