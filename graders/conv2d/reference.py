import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, weight, bias, stride, padding, dilation, groups):
    """All windows as a view, and one product of matrices for each group."""
    sides = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    span = [dilation * (length - 1) + 1 for length in weight.shape[2:]]
    windows = sliding_window_view(np.pad(x, sides), span, axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride, ::dilation, ::dilation]
    parts = [
        np.tensordot(kernels, channels, axes=((1, 2, 3), (1, 4, 5)))
        for kernels, channels in zip(np.split(weight, groups), np.split(windows, groups, axis=1))
    ]
    return np.concatenate(parts).swapaxes(0, 1) + bias[:, None, None]
