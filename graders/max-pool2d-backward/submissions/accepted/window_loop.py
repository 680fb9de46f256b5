import numpy as np


def max_pool2d_backward(grad_out, x, ksize, stride):
    grad = np.zeros(x.shape, dtype=np.float32)
    for n, c, i, j in np.ndindex(*grad_out.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top : top + ksize, left : left + ksize]
        row, column = np.unravel_index(np.argmax(window), window.shape)
        grad[n, c, top + row, left + column] += grad_out[n, c, i, j]
    return grad
