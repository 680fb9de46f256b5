import numpy as np


def avg_pool2d(x, ksize, stride, padding):
    """Each place of the window once, for all windows together."""
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    padded = np.pad(x, sides)
    h, w = ((length - ksize) // stride + 1 for length in padded.shape[2:])
    out = np.zeros((*x.shape[:2], h, w))
    for row in range(ksize):
        for column in range(ksize):
            out += padded[:, :, row:, column:][:, :, ::stride, ::stride][:, :, :h, :w]
    return (out / ksize**2).astype(x.dtype)
