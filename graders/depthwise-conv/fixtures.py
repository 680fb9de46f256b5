"""Fixtures of depthwise-conv (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

# Images, channels, height, width; kernel; stride, padding.
SETTINGS = [
    ((1, 1, 5, 5), (3, 3), 1, 0),
    ((2, 3, 7, 6), (3, 3), 1, 1),
    ((1, 4, 8, 7), (3, 2), 2, 1),
    ((1, 2, 6, 9), (5, 5), 1, 2),
    ((2, 4, 5, 7), (2, 3), 2, 2),
    ((1, 6, 8, 5), (2, 2), 3, 1),
    ((1, 3, 1, 12), (1, 5), 2, 4),
    ((3, 1, 4, 4), (4, 4), 1, 0),
    ((1, 16, 4, 4), (1, 1), 1, 0),
    ((1, 5, 6, 3), (7, 1), 1, 3),
    ((2, 2, 11, 10), (3, 3), 4, 4),
    ((1, 8, 7, 7), (3, 3), 2, 1),
]


def truth(x, weight, stride, padding):
    """In double precision: f32 itself rounds."""
    image, kernels = (torch.from_numpy(array.astype(np.float64)) for array in (x, weight))
    out = torch.nn.functional.conv2d(image, kernels[:, None], None, stride, padding, groups=x.shape[1])
    return out.numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20260707)
    for shape, kernel, stride, padding in SETTINGS:
        x = rng.standard_normal(shape).astype(np.float32)
        weight = rng.uniform(-1, 1, (shape[1], *kernel)).astype(np.float32)
        size, window = (" x ".join(map(str, lengths)) for lengths in (shape, kernel))
        name = {
            "en": f"{size}, kernel {window}, stride {stride}, padding {padding}",
            "zh": f"{size}，{window} 的核，stride {stride}，padding {padding}",
        }
        yield name, [x, weight, stride, padding], truth(x, weight, stride, padding)


write("depthwise-conv", "torch", "torch.nn.functional.conv2d(groups=C) in float64", ["torch", "numpy"], cases())
