import numpy as np


def max_pool2d(x, ksize, stride, padding):
    """Each place of the window once, for all windows together."""
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    padded = np.pad(x, sides, constant_values=-np.inf)
    h, w = ((length - ksize) // stride + 1 for length in padded.shape[2:])
    out = np.full((*x.shape[:2], h, w), -np.inf, dtype=x.dtype)
    for row in range(ksize):
        for column in range(ksize):
            shifted = padded[:, :, row:, column:][:, :, ::stride, ::stride]
            np.maximum(out, shifted[:, :, :h, :w], out=out)
    return out
