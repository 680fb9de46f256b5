"""Fixtures of batch-norm-backward (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write


def truth(grad_out, x, gamma, eps):
    """In double precision."""
    g, x, gamma = (torch.from_numpy(value).double() for value in (grad_out, x, gamma))
    beta = torch.zeros_like(gamma)
    for parameter in (x, gamma, beta):
        parameter.requires_grad_()
    torch.nn.functional.batch_norm(x, None, None, gamma, beta, training=True, eps=eps).backward(g)
    return {name: value.grad.numpy().astype(np.float32) for name, value in (("x", x), ("gamma", gamma), ("beta", beta))}


def cases():
    rng = np.random.default_rng(20260704)
    for samples, features in [(4, 1), (5, 3), (8, 6), (32, 2)]:
        for spread, centre, eps in [(1, 0, 1e-3), (2.5, -5, 1e-3), (1 / 16, 2, 0.01), (1, 4, 1.0), (0, 3, 0.1)]:
            x = np.round((centre + spread * rng.standard_normal((samples, features))) * 64) / 64
            x = x.clip(-8, 8).astype(np.float32)
            grad_out = rng.standard_normal(x.shape).clip(-4, 4).astype(np.float32)
            gamma = rng.uniform(-2, 2, features).astype(np.float32)
            name = {
                "en": f"{samples} x {features}, values about {centre} with spread {spread:.4g}, eps {eps}",
                "zh": f"{samples} x {features}，值的中心 {centre}、离散程度 {spread:.4g}，eps {eps}",
            }
            yield name, [grad_out, x, gamma, eps], truth(grad_out, x, gamma, eps)


write(
    "batch-norm-backward",
    "torch",
    "autograd of torch.nn.functional.batch_norm(training=True) in double precision",
    ["torch", "numpy"],
    cases(),
)
