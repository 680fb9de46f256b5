"""Fixtures of smooth-l1 (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write


def truth(pred, target, beta):
    wide = [torch.from_numpy(array.astype(np.float64)) for array in (pred, target)]
    return torch.nn.functional.smooth_l1_loss(*wide, beta=beta).item()


def cases():
    rng = np.random.default_rng(20261208)
    for beta in [0.0, 0.01, 0.5, 1.0, 50.0]:
        for size, scale in [(1, 1), (5, 1), (16, 0.1), (32, 100)]:
            target = (10 * rng.standard_normal(size)).astype(np.float32)
            pred = (target + scale * rng.standard_normal(size)).astype(np.float32)
            name = {
                "en": f"{size} errors of scale {scale}, beta {beta}",
                "zh": f"{size} 个误差，尺度 {scale}，beta {beta}",
            }
            yield name, [pred, target, beta], truth(pred, target, beta)


write("smooth-l1", "torch", "torch.nn.functional.smooth_l1_loss in float64", ["torch", "numpy"], cases())
