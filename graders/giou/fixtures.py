"""Fixtures of giou (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from torchvision.ops import generalized_box_iou_loss
from write_fixtures import write


def truth(a, b):
    loss = generalized_box_iou_loss(torch.from_numpy(a).double(), torch.from_numpy(b).double())
    return (1 - loss).numpy().astype(np.float32)


def on_grid(rng, count):
    corner = rng.integers(-4, 9, (count, 2))
    return np.concatenate([corner, corner + rng.integers(1, 9, (count, 2))], axis=1).astype(np.float32)


def small(rng, count):
    corner = rng.random((count, 2))
    return np.concatenate([corner, corner + 0.3 + rng.random((count, 2))], axis=1).astype(np.float32)


def far_out(rng, count):
    corner = 3000 + rng.random((count, 2)) * 60
    return np.concatenate([corner, corner + 5 + rng.random((count, 2)) * 60], axis=1).astype(np.float32)


PLACES = {on_grid: "整数坐标", small: "小框", far_out: "远离原点"}


def cases():
    rng = np.random.default_rng(20261204)
    for draw, place in PLACES.items():
        for count in (0, 1, 4, 12, 30):
            name = {"en": f"{draw.__name__.replace('_', ' ')}, {count} pairs", "zh": f"{place}，{count} 对框"}
            args = [draw(rng, count), draw(rng, count)]
            yield name, args, truth(*args)


write(
    "giou",
    "torchvision",
    "1 - torchvision.ops.generalized_box_iou_loss in float64",
    ["torchvision", "torch", "numpy"],
    cases(),
)
