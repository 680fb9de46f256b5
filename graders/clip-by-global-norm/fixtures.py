"""Fixtures of clip-by-global-norm (tools/write_fixtures.py says how to run it)."""

import numpy as np
from clip_truth import clipped
from write_fixtures import write

SETTINGS = [([5], 1), ([3, 4], 0.01), ([8, 0, 1, 6], 1e5), ([1, 1, 1], 5), ([16, 64, 2], 0.5)]


def cases():
    rng = np.random.default_rng(20261203)
    for sizes, scale in SETTINGS:
        for share in [0.3, 1, 2]:
            layers = [(scale * rng.standard_normal(size)).astype(np.float32) for size in sizes]
            limit = share * scale * sum(sizes) ** 0.5
            name = {"en": f"layers of {sizes}, limit {limit:.3g}", "zh": f"各层大小 {sizes}，上限 {limit:.3g}"}
            grads, norm = clipped(layers, limit)
            args = [np.concatenate(layers), np.array(sizes, dtype=np.int32), limit]
            yield name, args, {"grads": np.concatenate(grads), "norm": norm}


truth = "torch.linalg.vector_norm in float64, the formula of torch.nn.utils.clip_grad_norm_ without 1e-6"
write("clip-by-global-norm", "torch", truth, ["torch", "numpy"], cases())
