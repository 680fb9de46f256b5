"""Shared by the fixtures of pooling (x: f32[N,C,H,W], ksize, stride and padding: int) whose truth is one function of torch."""

import numpy as np
import torch
from write_fixtures import write

KINDS = {"noise": "噪声", "negative": "全负"}
SETTINGS = [
    ((1, 1, 4, 4), 2, 2, 0),
    ((2, 3, 7, 5), 3, 2, 1),
    ((1, 2, 6, 9), 3, 1, 0),
    ((1, 2, 5, 5), 2, 1, 1),
    ((2, 1, 9, 4), 4, 3, 2),
    ((1, 1, 8, 8), 5, 2, 2),
    ((3, 2, 3, 3), 1, 2, 0),
    ((1, 1, 1, 9), 3, 2, 1),
    ((1, 4, 10, 7), 2, 4, 0),
    ((1, 1, 12, 11), 9, 1, 4),
    ((1, 2, 6, 6), 6, 1, 3),
]


def write_pooling(exercise, pool, seed):
    call = f"torch.nn.functional.{pool.__name__} in float64"
    write(exercise, "torch", call, ["torch", "numpy"], cases(pool, np.random.default_rng(seed)))


def cases(pool, rng):
    for shape, ksize, stride, padding in SETTINGS:
        for kind in KINDS:
            x = rng.standard_normal(shape).astype(np.float32)
            if kind == "negative":
                x = -np.abs(x)
            size = " x ".join(map(str, shape))
            name = {
                "en": f"{kind} {size}, ksize {ksize}, stride {stride}, padding {padding}",
                "zh": f"{KINDS[kind]} {size}，ksize {ksize}，stride {stride}，padding {padding}",
            }
            pooled = pool(torch.from_numpy(x.astype(np.float64)), ksize, stride, padding)
            yield name, [x, ksize, stride, padding], pooled.numpy().astype(np.float32)
