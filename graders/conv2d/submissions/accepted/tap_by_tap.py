# One matrix product for each place of the kernel, with the channels of a group as the inner dimension.
import numpy as np


def conv2d(x, weight, bias, stride, padding, dilation, groups):
    n, c, height, width = x.shape
    o, d, kh, kw = weight.shape
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    h = (height + 2 * padding - dilation * (kh - 1) - 1) // stride + 1
    w = (width + 2 * padding - dilation * (kw - 1) - 1) // stride + 1
    out = np.zeros((n, groups, o // groups, h * w), dtype=np.float32)
    kernels = weight.reshape(groups, o // groups, d, kh, kw)
    for a in range(kh):
        for b in range(kw):
            top, left = a * dilation, b * dilation
            shifted = padded[:, :, top : top + (h - 1) * stride + 1 : stride, left : left + (w - 1) * stride + 1 : stride]
            out += kernels[:, :, :, a, b] @ shifted.reshape(n, groups, d, h * w)
    return out.reshape(n, o, h, w) + bias.reshape(1, -1, 1, 1)
