# diagnosis: all-maxima-get-all
import numpy as np


def max_pool2d_backward(grad_out, x, ksize, stride):
    grad = np.zeros_like(x)
    for i in range(grad_out.shape[2]):
        for j in range(grad_out.shape[3]):
            rows, columns = slice(i * stride, i * stride + ksize), slice(j * stride, j * stride + ksize)
            window = x[:, :, rows, columns]
            mask = window == window.max(axis=(2, 3), keepdims=True)
            grad[:, :, rows, columns] += mask * grad_out[:, :, i, j][:, :, None, None]
    return grad
