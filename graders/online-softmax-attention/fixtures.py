"""Fixtures of online-softmax-attention (tools/write_fixtures.py says how to run it); in float64, for float32 would be the less exact one."""

import numpy as np
import torch
from write_fixtures import write

SIZES = [(1, 1, 1, 1, 1), (2, 3, 2, 2, 2), (3, 7, 4, 3, 3), (4, 8, 8, 2, 4), (2, 5, 3, 5, 64), (3, 0, 2, 2, 4), (6, 33, 8, 4, 8), (5, 40, 16, 8, 16)]


def truth(q, k, v):
    parts = [torch.from_numpy(array.astype(np.float64)) for array in (q, k, v)]
    return torch.nn.functional.scaled_dot_product_attention(*parts).numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20261106)
    for queries, keys, width, depth, block in SIZES:
        for scale in (1, 3):
            q, k = ((scale * rng.standard_normal((n, width))).clip(-10, 10).astype(np.float32) for n in (queries, keys))
            v = rng.standard_normal((keys, depth)).astype(np.float32)
            name = {
                "en": f"T {queries}, S {keys}, D {width}, E {depth}, block {block}, scale {scale}",
                "zh": f"T {queries}，S {keys}，D {width}，E {depth}，block {block}，尺度 {scale}",
            }
            yield name, [q, k, v, block], truth(q, k, v)


call = "torch.nn.functional.scaled_dot_product_attention in float64"
write("online-softmax-attention", "torch", call, ["torch", "numpy"], cases())
