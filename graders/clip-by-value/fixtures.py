"""Fixtures of clip-by-value (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SETTINGS = [(5, 1), (8, 0.01), (8, 1000), (1, 5), (16, 0.5)]


def truth(grad, limit):
    p = torch.nn.Parameter(torch.zeros(len(grad), dtype=torch.float64))
    p.grad = torch.from_numpy(grad.astype(np.float64))
    torch.nn.utils.clip_grad_value_([p], limit, foreach=False)
    return p.grad.numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20261201)
    for size, scale in SETTINGS:
        for share in [0.3, 1, 2]:
            grad = (scale * rng.uniform(-1, 1, size)).astype(np.float32)
            limit = share * scale / 2
            name = {"en": f"{size} numbers, limit {limit}", "zh": f"{size} 个数，上限 {limit}"}
            yield name, [grad, limit], truth(grad, limit)


write("clip-by-value", "torch", "torch.nn.utils.clip_grad_value_ in float64", ["torch", "numpy"], cases())
