"""Fixtures of l1-norm (tools/write_fixtures.py says how to run it)."""

import numpy as np
from write_fixtures import write

rng = np.random.default_rng(20261204)


def cases():
    yield {"en": "empty", "zh": "空向量"}, [np.zeros(0)], 0.0
    for size in [1, 2, 3, 16, 100]:
        for scale in [1e-4, 1, 1e5]:
            x = scale * rng.standard_normal(size)
            x[rng.random(size) < 0.2] = 0
            name = {"en": f"{size} numbers of scale {scale:g}", "zh": f"{size} 个数，尺度 {scale:g}"}
            yield name, [x], float(np.linalg.norm(x, ord=1))


write("l1-norm", "numpy", "numpy.linalg.norm(ord=1)", ["numpy"], cases())
