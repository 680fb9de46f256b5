"""Fixtures of conv2d (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

# Images, channels, height, width; output channels, kernel; stride, padding, dilation, groups.
SETTINGS = [
    ((1, 1, 5, 5), 1, (3, 3), 1, 0, 1, 1),
    ((2, 3, 7, 6), 4, (3, 3), 1, 1, 1, 1),
    ((1, 2, 8, 7), 3, (3, 2), 2, 1, 1, 1),
    ((1, 4, 6, 6), 4, (3, 3), 1, 1, 1, 2),
    ((2, 4, 5, 7), 8, (2, 3), 2, 2, 1, 4),
    ((1, 2, 9, 9), 2, (3, 3), 1, 2, 2, 1),
    ((1, 6, 8, 5), 3, (2, 2), 3, 1, 3, 3),
    ((1, 3, 1, 12), 2, (1, 5), 2, 4, 1, 1),
    ((3, 1, 4, 4), 2, (4, 4), 1, 0, 1, 1),
    ((1, 16, 4, 4), 16, (1, 1), 1, 0, 1, 16),
    ((1, 5, 6, 3), 5, (7, 1), 1, 3, 1, 5),
    ((2, 2, 11, 10), 2, (3, 3), 4, 4, 4, 1),
]


def truth(x, weight, bias, *settings):
    """In double precision: f32 itself rounds."""
    arrays = [torch.from_numpy(array.astype(np.float64)) for array in (x, weight, bias)]
    return torch.nn.functional.conv2d(*arrays, *settings).numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20260706)
    for shape, outputs, kernel, stride, padding, dilation, groups in SETTINGS:
        x = rng.standard_normal(shape).astype(np.float32)
        weight = rng.uniform(-1, 1, (outputs, shape[1] // groups, *kernel)).astype(np.float32)
        bias = rng.standard_normal(outputs).astype(np.float32)
        size, window = (" x ".join(map(str, lengths)) for lengths in (shape, kernel))
        name = {
            "en": f"{size}, {outputs} kernels {window}, stride {stride}, padding {padding}, dilation {dilation}, groups {groups}",
            "zh": f"{size}，{outputs} 个 {window} 的核，stride {stride}，padding {padding}，dilation {dilation}，groups {groups}",
        }
        arguments = [x, weight, bias, stride, padding, dilation, groups]
        yield name, arguments, truth(*arguments)


write("conv2d", "torch", "torch.nn.functional.conv2d in float64", ["torch", "numpy"], cases())
