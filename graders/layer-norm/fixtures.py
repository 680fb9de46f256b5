"""Fixtures of layer-norm (tools/write_fixtures.py says how to run it); in float64, for float32 would be the less exact one."""

import numpy as np
import torch
from write_fixtures import write


def truth(x, gamma, beta, eps):
    x, gamma, beta = (torch.from_numpy(value).double() for value in (x, gamma, beta))
    return torch.nn.functional.layer_norm(x, gamma.shape, gamma, beta, eps).numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20261107)
    for rows, width in [(0, 3), (1, 1), (1, 4), (3, 2), (4, 8), (6, 33)]:
        for spread, centre, eps in [(1, 0, 1e-5), (2.5, -4, 1e-3), (1 / 16, 5, 1e-5), (1, 2, 0.5)]:
            x = centre + spread * rng.standard_normal((rows, width))
            x = (np.round(x * 64) / 64).clip(-8, 8).astype(np.float32)
            gamma, beta = rng.uniform(-2, 2, (2, width)).astype(np.float32)
            name = {
                "en": f"{rows}x{width}, values about {centre} with spread {spread:.4g}, eps {eps}",
                "zh": f"{rows}x{width}，值的中心 {centre}、离散程度 {spread:.4g}，eps {eps}",
            }
            yield name, [x, gamma, beta, eps], truth(x, gamma, beta, eps)


write("layer-norm", "torch", "torch.nn.functional.layer_norm in float64", ["torch", "numpy"], cases())
