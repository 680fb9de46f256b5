# Both as convolutions: of the padded image with gradOut spread by stride, and of spread gradOut with the turned kernel.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_backward(grad_out, x, weight, stride, padding):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    # As many rows and columns as there would be with a stride of 1.
    spread = np.zeros((N, O, H + 2 * padding - kh + 1, W + 2 * padding - kw + 1))
    h, w = grad_out.shape[2:]
    spread[:, :, : (h - 1) * stride + 1 : stride, : (w - 1) * stride + 1 : stride] = grad_out
    padded = np.pad(x.astype(float), ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = sliding_window_view(padded, spread.shape[2:], axis=(2, 3))
    grad_weight = np.einsum("ncabij,noij->ocab", windows, spread)
    around = np.pad(spread, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    turned = weight[:, :, ::-1, ::-1].astype(float)
    grad_padded = np.einsum("noyxab,ocab->ncyx", sliding_window_view(around, (kh, kw), axis=(2, 3)), turned)
    return {
        "x": grad_padded[:, :, padding : padding + H, padding : padding + W],
        "weight": grad_weight,
        "bias": spread.sum(axis=(0, 2, 3)),
    }
