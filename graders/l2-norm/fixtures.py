"""Fixtures of l2-norm (tools/write_fixtures.py says how to run it)."""

import numpy as np
import scipy.linalg
from write_fixtures import write

rng = np.random.default_rng(20261205)


def cases():
    yield {"en": "zeros", "zh": "零向量"}, [np.zeros(3)], 0.0
    for size in [1, 2, 3, 16, 100]:
        for scale in [1e-290, 1e-200, 1, 1e200, 1e299]:
            x = scale * rng.uniform(-1, 1, size)
            x[rng.random(size) < 0.2] = 0
            name = {"en": f"{size} numbers of scale {scale:g}", "zh": f"{size} 个数，尺度 {scale:g}"}
            yield name, [x], float(scipy.linalg.norm(x))


write("l2-norm", "scipy", "scipy.linalg.norm", ["scipy", "numpy"], cases())
