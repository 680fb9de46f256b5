import numpy as np


def conv2d_backward(grad_out, x, weight, stride, padding):
    n, o, h, w = grad_out.shape
    _, c, kh, kw = weight.shape
    padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2]).astype(float)
    grad_x, grad_weight = np.zeros_like(padded), np.zeros(weight.shape)
    for i in range(h):
        for j in range(w):
            read = np.s_[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            grad_x[read] += np.tensordot(grad_out[:, :, i, j], weight, axes=1)
            grad_weight += np.tensordot(grad_out[:, :, i, j], padded[read], axes=(0, 0))
    grad_x = grad_x[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]
    return {"x": grad_x, "weight": grad_weight, "bias": grad_out.sum(axis=(0, 2, 3))}
