# Both derivatives as the two parts of one complex number; mirrored neighbours by index.
import numpy as np


def neighbours(a, axis):
    n = a.shape[axis]
    i = np.arange(n)
    before, after = np.abs(i - 1), n - 1 - np.abs(n - 2 - i)
    if n == 1:
        before = after = i
    return np.take(a, before, axis=axis), np.take(a, after, axis=axis)


def sobel(image):
    up, down = neighbours(image.astype(np.float64), 0)
    smooth, steep = up + 2 * image + down, down - up
    left, right = neighbours(smooth, 1)
    before, after = neighbours(steep, 1)
    z = (right - left) + 1j * (before + 2 * steep + after)
    return {"gx": z.real, "gy": z.imag, "magnitude": np.abs(z)}
