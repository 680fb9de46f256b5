"""Fixtures of soft-attention (tools/write_fixtures.py says how to run it); in float64, for float32 would be the less exact one."""

import numpy as np
import torch
from write_fixtures import write

SIZES = [(1, 1, 1, 1), (1, 4, 2, 3), (3, 5, 4, 2), (4, 4, 8, 4), (7, 3, 3, 5), (12, 16, 16, 8)]
MASKS = {"all visible": "全部可见", "half hidden": "遮住一半", "causal": "因果掩码"}


def draw_mask(rng, queries, keys, kind):
    if kind == "causal":
        return np.tril(np.ones((queries, keys), np.uint8))
    return (rng.random((queries, keys)) < (1 if kind == "all visible" else 0.5)).astype(np.uint8)


def truth(q, k, v, mask):
    parts = [torch.from_numpy(array.astype(np.float64)) for array in (q, k, v)]
    out = torch.nn.functional.scaled_dot_product_attention(*parts, attn_mask=torch.from_numpy(mask == 1))
    return out.numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20261101)
    for at, (queries, keys, width, depth) in enumerate(SIZES):
        for kind in MASKS:
            scale = (1, 3)[at % 2]
            q, k = ((scale * rng.standard_normal((n, width))).clip(-10, 10).astype(np.float32) for n in (queries, keys))
            v = rng.standard_normal((keys, depth)).astype(np.float32)
            mask = draw_mask(rng, queries, keys, kind)
            name = {
                "en": f"{kind}, T {queries}, S {keys}, D {width}, E {depth}",
                "zh": f"{MASKS[kind]}，T {queries}，S {keys}，D {width}，E {depth}",
            }
            yield name, [q, k, v, mask], truth(q, k, v, mask)


write("soft-attention", "torch", "torch.nn.functional.scaled_dot_product_attention in float64", ["torch", "numpy"], cases())
