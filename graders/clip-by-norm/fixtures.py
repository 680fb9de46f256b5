"""Fixtures of clip-by-norm (tools/write_fixtures.py says how to run it)."""

import numpy as np
from clip_truth import clipped
from write_fixtures import write

SETTINGS = [(5, 1), (8, 0.01), (8, 1e5), (1, 5), (64, 0.5)]


def cases():
    rng = np.random.default_rng(20261202)
    for size, scale in SETTINGS:
        for share in [0.3, 1, 2]:
            grad = (scale * rng.standard_normal(size)).astype(np.float32)
            limit = share * scale * size**0.5
            name = {"en": f"{size} numbers, limit {limit:.3g}", "zh": f"{size} 个数，上限 {limit:.3g}"}
            [expected], _ = clipped([grad], limit)
            yield name, [grad, limit], expected


write("clip-by-norm", "torch", "torch.linalg.vector_norm in float64, Paddle's formula", ["torch", "numpy"], cases())
