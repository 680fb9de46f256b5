"""Fixtures of connected-components (tools/write_fixtures.py says how to run it)."""

import numpy as np
from scipy import ndimage
from write_fixtures import write

SIZES = [(1, 1), (1, 12), (12, 1), (5, 7), (9, 8), (16, 16), (14, 23)]


def cases():
    rng = np.random.default_rng(20261206)
    for height, width in SIZES:
        for share in (0.25, 0.4, 0.6):
            mask = (rng.random((height, width)) < share).astype(np.uint8) * rng.integers(1, 256, (height, width)).astype(np.uint8)
            labels, _ = ndimage.label(mask, structure=np.ones((3, 3)))
            what = f"{height}x{width}, {share:.0%}"
            name = {"en": f"noise {what} foreground", "zh": f"噪声 {height}x{width}，前景占 {share:.0%}"}
            yield name, [mask], labels.astype(np.int32)


write("connected-components", "scipy", "scipy.ndimage.label(structure=ones((3, 3)))", ["scipy", "numpy"], cases())
