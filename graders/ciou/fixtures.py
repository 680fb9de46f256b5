"""Fixtures of ciou (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from torchvision.ops import complete_box_iou_loss
from write_fixtures import write


def truth(a, b):
    loss = complete_box_iou_loss(torch.from_numpy(a).double(), torch.from_numpy(b).double())
    return (1 - loss).numpy().astype(np.float32)


def whole(rng, count):
    corner = rng.integers(-4, 9, (count, 2))
    return np.concatenate([corner, corner + rng.integers(1, 9, (count, 2))], axis=1).astype(np.float32)


def anywhere(rng, count):
    corner = rng.random((count, 2)) * 60
    return np.concatenate([corner, corner + 1 + rng.random((count, 2)) * 60], axis=1).astype(np.float32)


def of_all_shapes(rng, count):
    corner = 400 + rng.random((count, 2)) * 10
    return np.concatenate([corner, corner + np.exp(rng.random((count, 2)) * 5)], axis=1).astype(np.float32)


PLACES = {whole: "整数坐标", anywhere: "任意坐标", of_all_shapes: "各种形状"}


def cases():
    rng = np.random.default_rng(20261205)
    for draw, place in PLACES.items():
        for count in (0, 1, 4, 12, 30):
            name = {"en": f"{draw.__name__.replace('_', ' ')}, {count} pairs", "zh": f"{place}，{count} 对框"}
            args = [draw(rng, count), draw(rng, count)]
            yield name, args, truth(*args)


write(
    "ciou",
    "torchvision",
    "1 - torchvision.ops.complete_box_iou_loss in float64",
    ["torchvision", "torch", "numpy"],
    cases(),
)
