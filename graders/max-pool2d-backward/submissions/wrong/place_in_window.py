# diagnosis: window-left-out
import numpy as np


def max_pool2d_backward(grad_out, x, ksize, stride):
    grad = np.zeros_like(x)
    for n, c, i, j in np.ndindex(*grad_out.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top : top + ksize, left : left + ksize]
        row, column = np.unravel_index(window.argmax(), window.shape)
        grad[n, c, row, column] += grad_out[n, c, i, j]
    return grad
