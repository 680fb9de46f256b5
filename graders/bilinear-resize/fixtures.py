"""Fixtures of bilinear-resize (tools/write_fixtures.py says how to run it). The truth is computed in float64."""

import numpy as np
import torch
from write_fixtures import write

SIZES = [
    (1, 1, 3, 4), (1, 9, 2, 5), (9, 1, 4, 3), (2, 2, 5, 7), (7, 5, 7, 5), (6, 8, 12, 16), (6, 8, 3, 4), (16, 16, 5, 3),
    (5, 7, 13, 2), (4, 3, 1, 1), (12, 17, 1, 20), (3, 11, 10, 8),
]  # fmt: skip


def cases():
    rng = np.random.default_rng(20261205)
    for rows, columns, height, width in SIZES:
        image = rng.uniform(-255, 255, (rows, columns)).astype(np.float32)
        batch = torch.from_numpy(image.astype(np.float64))[None, None]
        resized = torch.nn.functional.interpolate(batch, size=(height, width), mode="bilinear", align_corners=False)
        what = f"{rows}x{columns} -> {height}x{width}"
        yield {"en": f"noise {what}", "zh": f"噪声 {what}"}, [image, height, width], resized[0, 0].numpy().astype(np.float32)


call = 'torch.nn.functional.interpolate(mode="bilinear", align_corners=False) in float64'
write("bilinear-resize", "torch", call, ["torch", "numpy"], cases())
