"""Fixtures of multi-head-attention (tools/write_fixtures.py says how to run it); in float64, for float32 would be the less exact one."""

import numpy as np
import torch
from write_fixtures import write

SIZES = [(1, 1, 1), (2, 2, 2), (3, 4, 1), (4, 4, 2), (5, 6, 3), (7, 8, 8), (6, 8, 4), (12, 16, 4)]


def truth(x, weights, heads, causal):
    layer = torch.nn.MultiheadAttention(x.shape[1], heads, bias=False, dtype=torch.float64)
    wq, wk, wv, wo = (torch.from_numpy(weight).double() for weight in weights)
    with torch.no_grad():
        layer.in_proj_weight.copy_(torch.cat([wq, wk, wv]))
        layer.out_proj.weight.copy_(wo)
        tokens = torch.from_numpy(x).double()
        hidden = torch.ones(len(x), len(x), dtype=torch.bool).triu(1) if causal else None
        out, _ = layer(tokens, tokens, tokens, attn_mask=hidden, need_weights=False)
    return out.numpy().astype(np.float32)


def cases():
    rng = np.random.default_rng(20261105)
    for length, width, heads in SIZES:
        for causal in (False, True):
            x = rng.standard_normal((length, width)).clip(-4, 4).astype(np.float32)
            weights = [rng.uniform(-1, 1, (width, width)).astype(np.float32) for _ in range(4)]
            name = {
                "en": f"T {length}, D {width}, heads {heads}{', causal' if causal else ''}",
                "zh": f"{length} 个 token，D {width}，{heads} 个头{'，causal' if causal else ''}",
            }
            yield name, [x, *weights, heads, causal], truth(x, weights, heads, causal)


call = "torch.nn.MultiheadAttention(bias=False) in float64"
write("multi-head-attention", "torch", call, ["torch", "numpy"], cases())
