"""Fixtures of mlp-backward (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SIZES = [(1, 1, 1, 2), (2, 3, 4, 2), (5, 2, 3, 3), (8, 8, 8, 8), (16, 4, 6, 5), (3, 5, 2, 1)]


def truth(x, y, *parameters):
    """In double precision."""
    w1, b1, w2, b2 = leaves = [torch.from_numpy(value).double().requires_grad_() for value in parameters]
    logits = torch.relu(torch.from_numpy(x).double() @ w1 + b1) @ w2 + b2
    loss = torch.nn.functional.cross_entropy(logits, torch.from_numpy(y).long())
    loss.backward()
    gradients = (leaf.grad.numpy().astype(np.float32) for leaf in leaves)
    return {"loss": loss.item(), **dict(zip(("w1", "b1", "w2", "b2"), gradients))}


def cases():
    rng = np.random.default_rng(20260705)
    for samples, inputs, units, classes in SIZES:
        for kind, zh in (("normal", "正态分布"), ("whole", "整数"), ("large", "大数值")):

            def draw(shape, most, grid=16):
                if kind == "whole":
                    return rng.integers(-2, 3, shape).astype(np.float32)
                values = rng.standard_normal(shape) * (most if kind == "large" else 1)
                return (np.round(values * grid) / grid).clip(-most, most).astype(np.float32)

            x, y = draw((samples, inputs), 4), rng.integers(0, classes, samples).astype(np.int32)
            w1, b1 = draw((inputs, units), 2), draw(units, 2)
            w2, b2 = draw((units, classes), 2, 4096), draw(classes, 2, 4096)
            size = f"{samples} x {inputs} -> {units} -> {classes}"
            name = {"en": f"{size}, {kind} values", "zh": f"{size}，{zh}"}
            yield name, [x, y, w1, b1, w2, b2], truth(x, y, w1, b1, w2, b2)


write(
    "mlp-backward",
    "torch",
    "autograd of torch.relu and torch.nn.functional.cross_entropy in double precision",
    ["torch", "numpy"],
    cases(),
)
