"""Fixtures of avg-pool2d (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SETTINGS = [
    ((1, 1, 4, 4), 2, 2, 0),
    ((2, 3, 7, 5), 3, 2, 1),
    ((1, 2, 6, 9), 3, 1, 0),
    ((1, 2, 5, 5), 2, 1, 1),
    ((2, 1, 9, 4), 4, 3, 2),
    ((1, 1, 8, 8), 5, 2, 2),
    ((3, 2, 3, 3), 1, 2, 0),
    ((1, 1, 1, 9), 3, 2, 1),
    ((1, 4, 10, 7), 2, 4, 0),
    ((1, 1, 12, 11), 9, 1, 4),
    ((1, 2, 6, 6), 6, 1, 3),
]


def cases():
    rng = np.random.default_rng(20260703)
    for shape, ksize, stride, padding in SETTINGS:
        for kind in ("noise", "negative"):
            x = rng.standard_normal(shape).astype(np.float32)
            if kind == "negative":
                x = -np.abs(x)
            size = " x ".join(map(str, shape))
            name = {
                "en": f"{kind} {size}, ksize {ksize}, stride {stride}, padding {padding}",
                "zh": f"{'噪声' if kind == 'noise' else '全负'} {size}，ksize {ksize}，stride {stride}，padding {padding}",
            }
            pooled = torch.nn.functional.avg_pool2d(torch.from_numpy(x.astype(np.float64)), ksize, stride, padding)
            yield name, [x, ksize, stride, padding], pooled.numpy().astype(np.float32)


write("avg-pool2d", "torch", "torch.nn.functional.avg_pool2d in float64", ["torch", "numpy"], cases())
