"""Fixtures of hard-attention (tools/write_fixtures.py says how to run it): torch's own steps in float64, with the noise given."""

import numpy as np
import torch
from write_fixtures import write

SETTINGS = [(0.1, False), (0.5, False), (1.0, False), (5.0, False), (10.0, False), (0.5, True), (2.0, True)]


def truth(logits, gumbel, tau, hard):
    """The body of F.gumbel_softmax behind its draw of gumbels."""
    y_soft = ((torch.from_numpy(logits).double() + torch.from_numpy(gumbel).double()) / tau).softmax(-1)
    if not hard:
        return y_soft.numpy().astype(np.float32)
    index = y_soft.max(-1, keepdim=True)[1]
    return torch.zeros_like(y_soft).scatter_(-1, index, 1.0).numpy().astype(np.float32)


def noise(rng, shape):
    return (-np.log(rng.exponential(size=shape))).clip(-5, 20).astype(np.float32)


def is_clear(logits, gumbel):
    sums = np.sort(logits.astype(np.float64) + gumbel, axis=1)
    return sums.shape[1] == 1 or (sums[:, -1] - sums[:, -2]).min() > 1e-4


def cases():
    rng = np.random.default_rng(20261103)
    for tau, hard in SETTINGS:
        for rows, width, scale in [(1, 3, 1), (4, 2, 1), (3, 8, 3), (5, 1, 1), (6, 12, 20)]:
            logits, gumbel = np.zeros((1, 2), np.float32), np.zeros((1, 2), np.float32)
            while not is_clear(logits, gumbel):
                logits = (scale * rng.standard_normal((rows, width))).clip(-100, 100).astype(np.float32)
                gumbel = noise(rng, (rows, width))
            name = {
                "en": f"T {rows}, S {width}, logits of scale {scale}, tau {tau}{', hard' if hard else ''}",
                "zh": f"T {rows}，S {width}，logits 尺度 {scale}，tau {tau}{'，hard' if hard else ''}",
            }
            yield name, [logits, gumbel, tau, hard], truth(logits, gumbel, tau, hard)


call = "the body of torch.nn.functional.gumbel_softmax in float64, with the noise given"
write("hard-attention", "torch", call, ["torch", "numpy"], cases())
