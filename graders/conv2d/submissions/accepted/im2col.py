import numpy as np


def conv2d(x, weight, bias, stride, padding, dilation, groups):
    n, c, height, width = x.shape
    o, d, kh, kw = weight.shape
    padded = np.zeros((n, c, height + 2 * padding, width + 2 * padding), dtype=np.float32)
    padded[:, :, padding : padding + height, padding : padding + width] = x
    h = (padded.shape[2] - dilation * (kh - 1) - 1) // stride + 1
    w = (padded.shape[3] - dilation * (kw - 1) - 1) // stride + 1
    rows = dilation * np.arange(kh)[:, None, None, None] + stride * np.arange(h)[:, None]
    columns = dilation * np.arange(kw)[:, None, None] + stride * np.arange(w)
    patches = padded[:, :, rows, columns].reshape(n, groups, d * kh * kw, h * w)
    out = weight.reshape(groups, o // groups, -1) @ patches
    return out.reshape(n, o, h, w) + bias[None, :, None, None]
