"""Shared by the fixtures of measures of pairs of boxes (f32[N,4], f32[N,4]) whose truth is a loss of torchvision: 1 minus the measure."""

import numpy as np
import torch
from write_fixtures import write


def write_box_loss(exercise, loss, places, seed):
    """`places`: how boxes are drawn, each with its name in Chinese."""
    call = f"1 - torchvision.ops.{loss.__name__} in float64"
    write(exercise, "torchvision", call, ["torchvision", "torch", "numpy"], cases(loss, places, np.random.default_rng(seed)))


def cases(loss, places, rng):
    for draw, place in places.items():
        for count in (0, 1, 4, 12, 30):
            name = {"en": f"{draw.__name__.replace('_', ' ')}, {count} pairs", "zh": f"{place}，{count} 对框"}
            args = [draw(rng, count), draw(rng, count)]
            found = loss(*(torch.from_numpy(boxes).double() for boxes in args))
            yield name, args, (1 - found).numpy().astype(np.float32)


def whole_numbers(rng, count):
    corner = rng.integers(-4, 9, (count, 2))
    return np.concatenate([corner, corner + rng.integers(1, 9, (count, 2))], axis=1).astype(np.float32)
