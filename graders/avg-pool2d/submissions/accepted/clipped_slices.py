# No padding: a slice is cut at the border, and its sum is divided as if it were not.
import numpy as np


def avg_pool2d(x, ksize, stride, padding):
    n, c, height, width = x.shape
    h = (height + 2 * padding - ksize) // stride + 1
    w = (width + 2 * padding - ksize) // stride + 1
    out = np.empty((n, c, h, w), dtype=np.float32)
    for i in range(h):
        top = i * stride - padding
        for j in range(w):
            left = j * stride - padding
            window = x[:, :, max(top, 0) : top + ksize, max(left, 0) : left + ksize]
            out[:, :, i, j] = window.sum(axis=(2, 3)) / (ksize * ksize)
    return out
