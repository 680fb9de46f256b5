"""Fixtures of box-iou (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from torchvision.ops import box_iou
from write_fixtures import write


def truth(a, b):
    """In double precision; torchvision gives 0 / 0 for two boxes without area, which is 0 here."""
    iou = box_iou(torch.from_numpy(a).double(), torch.from_numpy(b).double()).numpy()
    return np.nan_to_num(iou, nan=0.0).astype(np.float32)


def on_grid(rng, count):
    corner = rng.integers(-4, 9, (count, 2))
    return np.concatenate([corner, corner + rng.integers(0, 9, (count, 2))], axis=1).astype(np.float32)


def normalised(rng, count):
    corner = 0.2 + rng.random((count, 2)) * 0.2
    return np.concatenate([corner, corner + 0.005 + rng.random((count, 2)) * 0.2], axis=1).astype(np.float32)


def far_out(rng, count):
    corner = 3000 + rng.random((count, 2)) * 30
    return np.concatenate([corner, corner + 5 + rng.random((count, 2)) * 60], axis=1).astype(np.float32)


PLACES = {on_grid: "整数坐标", normalised: "坐标在 0 到 1 之间", far_out: "远离原点"}


def cases():
    rng = np.random.default_rng(20261203)
    for draw, place in PLACES.items():
        for rows, columns in [(0, 3), (2, 0), (1, 1), (5, 3), (12, 20)]:
            name = {
                "en": f"{draw.__name__.replace('_', ' ')}, {rows} x {columns} boxes",
                "zh": f"{place}，{rows} x {columns} 个框",
            }
            args = [draw(rng, rows), draw(rng, columns)]
            yield name, args, truth(*args)


write("box-iou", "torchvision", "torchvision.ops.box_iou in float64", ["torchvision", "torch", "numpy"], cases())
