# No padding: a slice is cut at the border instead.
import numpy as np


def max_pool2d(x, ksize, stride, padding):
    n, c, height, width = x.shape
    h = (height + 2 * padding - ksize) // stride + 1
    w = (width + 2 * padding - ksize) // stride + 1
    out = np.empty((n, c, h, w), dtype=np.float32)
    for i in range(h):
        top = i * stride - padding
        for j in range(w):
            left = j * stride - padding
            window = x[:, :, max(top, 0) : top + ksize, max(left, 0) : left + ksize]
            out[:, :, i, j] = window.max(axis=(2, 3))
    return out
