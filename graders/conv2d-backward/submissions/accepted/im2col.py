# All windows as columns of one matrix, and back: im2col and col2im.
import numpy as np


def conv2d_backward(grad_out, x, weight, stride, padding):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    h, w = grad_out.shape[2:]
    padded = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    c, a, b = (axis.reshape(-1, 1) for axis in np.indices((C, kh, kw)))
    i, j = (axis.reshape(1, -1) for axis in np.indices((h, w)))
    rows, columns = i * stride + a, j * stride + b
    cols = padded[:, c, rows, columns]
    g = grad_out.astype(float).reshape(N, O, h * w)
    grad_weight = (g @ cols.transpose(0, 2, 1)).sum(axis=0).reshape(weight.shape)
    grad_cols = weight.astype(float).reshape(O, -1).T @ g
    grad_padded = np.zeros_like(padded)
    np.add.at(grad_padded, (slice(None), c, rows, columns), grad_cols)
    return {
        "x": grad_padded[:, :, padding : padding + H, padding : padding + W],
        "weight": grad_weight,
        "bias": g.sum(axis=(0, 2)),
    }
