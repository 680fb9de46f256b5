# diagnosis: row-and-column-swapped
import numpy as np


def max_pool2d_backward(grad_out, x, ksize, stride):
    grad = np.zeros_like(x)
    for n, c, i, j in np.ndindex(*grad_out.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top : top + ksize, left : left + ksize]
        column, row = np.unravel_index(window.argmax(), window.shape)
        grad[n, c, top + row, left + column] += grad_out[n, c, i, j]
    return grad
