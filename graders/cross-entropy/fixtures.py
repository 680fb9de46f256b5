"""Fixtures of cross-entropy (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SIZES = [(1, 2, 1, 0), (4, 3, 1, 0), (8, 10, 5, 0), (5, 4, 30, 0), (3, 2, 200, 0), (6, 5, 1, 900), (6, 5, 1, -900), (7, 1, 5, 0), (2, 32, 2, 0), (64, 4, 1, 0), (3, 3, 0, 0)]


def truth(logits, labels):
    """In double precision: torch's own f32 keeps a log-sum-exp near 1000 to 3e-5 only."""
    z = torch.from_numpy(logits).double().requires_grad_()
    loss = torch.nn.functional.cross_entropy(z, torch.from_numpy(labels).long())
    loss.backward()
    return {"loss": loss.item(), "grad": z.grad.numpy().astype(np.float32)}


def cases():
    rng = np.random.default_rng(20260701)
    for samples, classes, scale, offset in SIZES:
        logits = (scale * rng.standard_normal((samples, classes)) + offset).clip(-1000, 1000).astype(np.float32)
        labels = rng.integers(0, classes, samples).astype(np.int32)
        name = {
            "en": f"{samples} samples, {classes} classes, logits of scale {scale} about {offset}",
            "zh": f"{samples} 个样本，{classes} 类，logit 尺度 {scale}，中心 {offset}",
        }
        yield name, [logits, labels], truth(logits, labels)


write("cross-entropy", "torch", "torch.nn.functional.cross_entropy and its autograd, in double precision", ["torch", "numpy"], cases())
