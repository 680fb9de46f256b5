"""Fixtures of label-smoothing (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SIZES = [(1, 2, 1, 0), (4, 3, 1, 0), (8, 10, 5, 0), (5, 4, 200, 0), (6, 5, 1, -900), (7, 1, 5, 0), (2, 32, 2, 900)]


def truth(logits, labels, epsilon):
    """In double precision."""
    z = torch.from_numpy(logits).double()
    return torch.nn.functional.cross_entropy(z, torch.from_numpy(labels).long(), label_smoothing=epsilon).item()


def cases():
    rng = np.random.default_rng(20260707)
    for samples, classes, scale, offset in SIZES:
        for epsilon in (0.0, 0.1, 0.7, 1.0):
            logits = (scale * rng.standard_normal((samples, classes)) + offset).clip(-1000, 1000).astype(np.float32)
            labels = rng.integers(0, classes, samples).astype(np.int32)
            name = {
                "en": f"{samples} samples, {classes} classes, logits of scale {scale} about {offset}, epsilon {epsilon}",
                "zh": f"{samples} 个样本，{classes} 类，logit 尺度 {scale}，中心 {offset}，epsilon {epsilon}",
            }
            yield name, [logits, labels, epsilon], truth(logits, labels, epsilon)


write(
    "label-smoothing",
    "torch",
    "torch.nn.functional.cross_entropy(label_smoothing=epsilon) in double precision",
    ["torch", "numpy"],
    cases(),
)
