"""Fixtures of bce-with-logits (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write


def truth(logits, targets):
    """In double precision: in f32 torch itself loses 3e-5 of a loss where a target is nearly 1 and its logit nearly 1000."""
    x = torch.from_numpy(logits).double().requires_grad_()
    loss = torch.nn.functional.binary_cross_entropy_with_logits(x, torch.from_numpy(targets).double())
    loss.backward()
    return {"loss": loss.item(), "grad": x.grad.numpy().astype(np.float32)}


def cases():
    rng = np.random.default_rng(20260706)
    for size, scale in [(1, 1), (6, 2), (16, 8), (10, 40), (5, 400), (64, 3)]:
        for kind, zh in (("hard", "硬"), ("soft", "软")):
            logits = (scale * rng.standard_normal(size)).clip(-1000, 1000).astype(np.float32)
            targets = (rng.integers(0, 2, size) if kind == "hard" else rng.random(size)).astype(np.float32)
            name = {
                "en": f"{size} elements, logits of scale {scale}, {kind} targets",
                "zh": f"{size} 个元素，logit 尺度 {scale}，{zh}目标",
            }
            yield name, [logits, targets], truth(logits, targets)


write(
    "bce-with-logits",
    "torch",
    "torch.nn.functional.binary_cross_entropy_with_logits and its autograd, in double precision",
    ["torch", "numpy"],
    cases(),
)
