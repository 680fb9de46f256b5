"""Fixtures of focal-loss (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
import torchvision
from write_fixtures import write

SETTINGS = [(0.25, 2.0), (-1.0, 2.0), (0.5, 0.0), (0.9, 1.0), (0.25, 3.5), (0.0, 1.5), (1.0, 5.0)]


def truth(logits, targets, alpha, gamma):
    """In double precision."""
    x = torch.from_numpy(logits).double().requires_grad_()
    t = torch.from_numpy(targets).double()
    loss = torchvision.ops.sigmoid_focal_loss(x, t, alpha=alpha, gamma=gamma, reduction="mean")
    loss.backward()
    return {"loss": loss.item(), "grad": x.grad.numpy().astype(np.float32)}


def cases():
    rng = np.random.default_rng(20260702)
    for alpha, gamma in SETTINGS:
        for size, scale, share in [(1, 1, 0.5), (8, 2, 0.3), (16, 30, 0.5), (5, 400, 0.5), (64, 4, 0.05)]:
            logits = (scale * rng.standard_normal(size)).clip(-1000, 1000).astype(np.float32)
            targets = (rng.random(size) < share).astype(np.float32)
            name = {
                "en": f"{size} examples, logits of scale {scale}, alpha {alpha}, gamma {gamma}",
                "zh": f"{size} 个样本，logit 尺度 {scale}，alpha {alpha}，gamma {gamma}",
            }
            yield name, [logits, targets, alpha, gamma], truth(logits, targets, alpha, gamma)


write(
    "focal-loss",
    "torchvision",
    'torchvision.ops.sigmoid_focal_loss(reduction="mean") and its autograd, in double precision',
    ["torchvision", "torch", "numpy"],
    cases(),
)
