"""Fixtures of local-attention (tools/write_fixtures.py says how to run it); in float64, for float32 would be the less exact one."""

import numpy as np
import torch
from write_fixtures import write

SIZES = [(1, 1, 1, 0), (1, 3, 2, 5), (4, 2, 3, 0), (5, 4, 2, 1), (8, 3, 4, 2), (12, 8, 5, 3), (16, 4, 4, 15), (9, 2, 2, 64), (40, 16, 8, 4)]


def truth(q, k, v, radius):
    place = torch.arange(len(q))
    near = (place[:, None] - place).abs() <= radius
    parts = [torch.from_numpy(array.astype(np.float64)) for array in (q, k, v)]
    out = torch.nn.functional.scaled_dot_product_attention(*parts, attn_mask=near)
    return out.numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20261102)
    for length, width, depth, radius in SIZES:
        for scale in (1, 3):
            q, k = ((scale * rng.standard_normal((length, width))).clip(-10, 10).astype(np.float32) for _ in range(2))
            v = rng.standard_normal((length, depth)).astype(np.float32)
            name = {
                "en": f"T {length}, D {width}, E {depth}, radius {radius}, scale {scale}",
                "zh": f"T {length}，D {width}，E {depth}，radius {radius}，尺度 {scale}",
            }
            yield name, [q, k, v, radius], truth(q, k, v, radius)


call = "torch.nn.functional.scaled_dot_product_attention with a banded mask in float64"
write("local-attention", "torch", call, ["torch", "numpy"], cases())
