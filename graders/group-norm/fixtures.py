"""Fixtures of group-norm (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SHAPES = [((1, 2, 1, 1), 1), ((2, 4, 3, 2), 2), ((1, 6, 2, 2), 3), ((3, 4, 2, 3), 4), ((2, 8, 1, 3), 1), ((1, 16, 2, 2), 8)]


def truth(x, groups, gamma, beta, eps):
    """In double precision."""
    x, gamma, beta = (torch.from_numpy(value).double() for value in (x, gamma, beta))
    return torch.nn.functional.group_norm(x, groups, gamma, beta, eps).numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20260708)
    for shape, groups in SHAPES:
        for spread, centre, eps in [(1, 0, 1e-5), (2.5, -4, 1e-3), (1 / 16, 5, 1e-5), (1, 2, 0.1)]:
            channels = shape[1]
            x = centre + rng.uniform(-1, 1, (channels, 1, 1)) + spread * rng.standard_normal(shape)
            x = (np.round(x * 64) / 64).clip(-8, 8).astype(np.float32)
            gamma, beta = rng.uniform(-2, 2, (2, channels)).astype(np.float32)
            size = "x".join(map(str, shape))
            name = {
                "en": f"{size} in {groups} groups, values about {centre} with spread {spread:.4g}, eps {eps}",
                "zh": f"{size}，{groups} 组，值的中心 {centre}、离散程度 {spread:.4g}，eps {eps}",
            }
            yield name, [x, groups, gamma, beta, eps], truth(x, groups, gamma, beta, eps)


write("group-norm", "torch", "torch.nn.functional.group_norm in double precision", ["torch", "numpy"], cases())
