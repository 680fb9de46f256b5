import numpy as np


def depthwise_conv(x, weight, stride, padding):
    n, c, height, width = x.shape
    _, kh, kw = weight.shape
    padded = np.zeros((n, c, height + 2 * padding, width + 2 * padding))
    padded[:, :, padding : padding + height, padding : padding + width] = x
    h = (height + 2 * padding - kh) // stride + 1
    w = (width + 2 * padding - kw) // stride + 1
    out = np.empty((n, c, h, w), dtype=np.float32)
    for i in range(h):
        for j in range(w):
            window = padded[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[:, :, i, j] = (window * weight).sum(axis=(2, 3))
    return out
