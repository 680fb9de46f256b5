import numpy as np


def conv2d_backward(grad_out, x, weight, stride, padding):
    """For each place of the kernel two products of matrices, for all windows together."""
    h, w = grad_out.shape[2:]
    padded = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    grad_x, grad_weight = np.zeros_like(padded), np.zeros(weight.shape)
    for a in range(weight.shape[2]):
        for b in range(weight.shape[3]):
            read = np.s_[:, :, a : a + (h - 1) * stride + 1 : stride, b : b + (w - 1) * stride + 1 : stride]
            grad_x[read] += np.einsum("nohw,oc->nchw", grad_out, weight[:, :, a, b])
            grad_weight[:, :, a, b] = np.einsum("nohw,nchw->oc", grad_out, padded[read])
    inside = grad_x[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]
    return {"x": inside, "weight": grad_weight, "bias": grad_out.sum(axis=(0, 2, 3), dtype=float)}
