"""Fixtures of pointwise-conv (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SHAPES = [
    (1, 1, 1, 1, 1),
    (1, 3, 4, 5, 2),
    (2, 3, 3, 3, 3),
    (2, 1, 5, 2, 4),
    (3, 4, 2, 6, 1),
    (1, 16, 3, 3, 8),
    (2, 8, 5, 4, 16),
    (4, 2, 1, 7, 2),
    (1, 128, 2, 2, 4),
    (2, 5, 7, 1, 5),
    (1, 4, 8, 8, 4),
]


def truth(x, weight):
    """In double precision: f32 itself rounds."""
    kernel = torch.from_numpy(weight.astype(np.float64))[:, :, None, None]
    return torch.nn.functional.conv2d(torch.from_numpy(x.astype(np.float64)), kernel).numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20260701)
    for n, c, h, w, o in SHAPES:
        x = rng.standard_normal((n, c, h, w)).astype(np.float32)
        weight = rng.uniform(-1, 1, (o, c)).astype(np.float32)
        name = {
            "en": f"{n} x {c} x {h} x {w}, {o} output channels",
            "zh": f"{n} x {c} x {h} x {w}，{o} 个输出通道",
        }
        yield name, [x, weight], truth(x, weight)


write("pointwise-conv", "torch", "torch.nn.functional.conv2d in float64", ["torch", "numpy"], cases())
