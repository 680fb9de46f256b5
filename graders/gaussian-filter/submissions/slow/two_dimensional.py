# Right, but adds ksize * ksize shifted images.
import numpy as np


def gaussian_filter(image, ksize, sigma):
    r = ksize // 2
    h, w = image.shape
    y, x = np.mgrid[-r : r + 1, -r : r + 1]
    kernel = np.exp(-(x**2 + y**2) / (2 * sigma**2))
    kernel /= kernel.sum()
    rows, columns = fold(h, r), fold(w, r)
    padded = image.astype(np.float64)[rows][:, columns]
    out = np.zeros((h, w))
    for i in range(ksize):
        for j in range(ksize):
            out += kernel[i, j] * padded[i : i + h, j : j + w]
    return out.astype(np.float32)


def fold(n, r):
    period = max(2 * n - 2, 1)
    i = np.abs(np.arange(-r, n + r)) % period
    return np.minimum(i, period - i) if n > 1 else i * 0
