"""Fixtures of conv2d-backward (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

# Images, channels, height, width; output channels, kernel; stride, padding.
SETTINGS = [
    ((1, 1, 4, 4), 1, (3, 3), 1, 0),
    ((2, 2, 5, 6), 3, (3, 2), 1, 1),
    ((1, 3, 6, 5), 2, (2, 3), 2, 1),
    ((3, 1, 4, 4), 2, (1, 1), 3, 0),
    ((2, 2, 7, 3), 2, (3, 3), 2, 2),
    ((1, 4, 3, 3), 4, (3, 3), 1, 0),
    ((1, 2, 1, 9), 1, (1, 4), 2, 3),
    ((4, 1, 3, 5), 1, (2, 2), 4, 0),
    ((1, 1, 8, 8), 2, (5, 5), 1, 2),
    ((2, 3, 4, 4), 1, (2, 2), 2, 0),
]


def cases():
    rng = np.random.default_rng(20260708)
    for shape, outputs, kernel, stride, padding in SETTINGS:
        x = rng.uniform(-2, 2, shape).astype(np.float32)
        weight = rng.uniform(-1, 1, (outputs, shape[1], *kernel)).astype(np.float32)
        leaves = [torch.from_numpy(array.astype(np.float64)).requires_grad_() for array in (x, weight, np.zeros(outputs))]
        out = torch.nn.functional.conv2d(*leaves, stride, padding)
        grad_out = rng.uniform(-2, 2, tuple(out.shape)).astype(np.float32)
        out.backward(torch.from_numpy(grad_out.astype(np.float64)))
        grads = [leaf.grad.numpy().astype(np.float32) for leaf in leaves]
        size, window = (" x ".join(map(str, lengths)) for lengths in (shape, kernel))
        name = {
            "en": f"{size}, {outputs} kernels {window}, stride {stride}, padding {padding}",
            "zh": f"{size}，{outputs} 个 {window} 的核，stride {stride}，padding {padding}",
        }
        yield name, [grad_out, x, weight, stride, padding], dict(zip(("x", "weight", "bias"), grads))


write("conv2d-backward", "torch", "autograd of torch.nn.functional.conv2d in float64", ["torch", "numpy"], cases())
