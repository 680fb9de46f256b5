# Each place of the windows at once; what has not handed its gradient on yet does so at its first maximum.
import numpy as np


def max_pool2d_backward(grad_out, x, ksize, stride):
    h, w = grad_out.shape[2:]
    places = [
        (slice(row, row + (h - 1) * stride + 1, stride), slice(column, column + (w - 1) * stride + 1, stride))
        for row in range(ksize)
        for column in range(ksize)
    ]
    largest = np.max([x[:, :, rows, columns] for rows, columns in places], axis=0)
    grad = np.zeros(x.shape)
    left = np.ones(grad_out.shape, dtype=bool)
    for rows, columns in places:
        wins = left & (x[:, :, rows, columns] == largest)
        grad[:, :, rows, columns] += np.where(wins, grad_out, 0)
        left &= ~wins
    return grad
