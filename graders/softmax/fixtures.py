"""Fixtures of softmax (tools/write_fixtures.py says how to run it); in float64, for float32 would be the less exact one."""

import numpy as np
import torch
from write_fixtures import write


def truth(x):
    return torch.nn.functional.softmax(torch.from_numpy(x).double(), dim=1).numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20261104)
    for rows, width in [(0, 3), (1, 1), (1, 5), (4, 3), (3, 10), (8, 32)]:
        for scale, centre in [(1, 0), (30, 0), (1, 5000), (3000, 0)]:
            x = (centre + scale * rng.standard_normal((rows, width))).clip(-10_000, 10_000).astype(np.float32)
            name = {
                "en": f"{rows}x{width}, about {centre}, of scale {scale}",
                "zh": f"{rows}x{width}，中心 {centre}，尺度 {scale}",
            }
            yield name, [x], truth(x)


write("softmax", "torch", "torch.nn.functional.softmax in float64", ["torch", "numpy"], cases())
