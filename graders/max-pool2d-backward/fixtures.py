"""Fixtures of max-pool2d-backward (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SETTINGS = [
    ((1, 1, 4, 4), 2, 2),
    ((2, 2, 5, 6), 2, 1),
    ((1, 2, 7, 7), 3, 2),
    ((1, 3, 6, 5), 3, 1),
    ((2, 1, 8, 3), 1, 2),
    ((1, 1, 9, 9), 4, 3),
    ((3, 1, 3, 4), 3, 1),
    ((1, 1, 12, 10), 2, 4),
]
KINDS = {
    "noise": ("噪声", lambda rng, shape: rng.standard_normal(shape)),
    "ties": ("有并列", lambda rng, shape: rng.integers(-2, 3, shape)),
}


def truth(grad_out, x, ksize, stride):
    """In double precision: f32 itself rounds."""
    leaf = torch.from_numpy(x.astype(np.float64)).requires_grad_()
    torch.nn.functional.max_pool2d(leaf, ksize, stride).backward(torch.from_numpy(grad_out.astype(np.float64)))
    return leaf.grad.numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20260704)
    for shape, ksize, stride in SETTINGS:
        for kind, (zh, draw) in KINDS.items():
            x = draw(rng, shape).astype(np.float32)
            h, w = ((length - ksize) // stride + 1 for length in shape[2:])
            grad_out = rng.standard_normal((*shape[:2], h, w)).astype(np.float32)
            size = " x ".join(map(str, shape))
            name = {
                "en": f"{kind} {size}, ksize {ksize}, stride {stride}",
                "zh": f"{zh} {size}，ksize {ksize}，stride {stride}",
            }
            yield name, [grad_out, x, ksize, stride], truth(grad_out, x, ksize, stride)


write("max-pool2d-backward", "torch", "autograd of torch.nn.functional.max_pool2d in float64", ["torch", "numpy"], cases())
