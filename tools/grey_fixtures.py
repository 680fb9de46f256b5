"""Shared by the fixtures of filters of a grey image (image: u8[H,W], ksize: int) whose truth is one function of a library."""

import numpy as np
from write_fixtures import write

SIZES = [(1, 1, 3), (1, 9, 3), (9, 1, 5), (7, 5, 3), (6, 8, 5), (16, 16, 7), (12, 17, 9), (4, 4, 15), (13, 9, 25), (1, 2, 255)]
KINDS = {"noise": "噪声", "few values": "少数灰度值", "black and white": "黑白"}


def draw_grey(rng, height, width, kind):
    if kind == "noise":
        return rng.integers(0, 256, (height, width)).astype(np.uint8)
    if kind == "few values":
        return rng.integers(100, 103, (height, width)).astype(np.uint8)
    return rng.choice(np.array([0, 255], np.uint8), (height, width))


def write_grey_filter(exercise, name, call, packages, truth, seed):
    write(exercise, name, call, packages, cases(truth, np.random.default_rng(seed)))


def cases(truth, rng):
    for height, width, ksize in SIZES:
        for kind in KINDS:
            image = draw_grey(rng, height, width, kind)
            name = {
                "en": f"{kind} {height}x{width}, ksize {ksize}",
                "zh": f"{KINDS[kind]} {height}x{width}，ksize {ksize}",
            }
            yield name, [image, ksize], truth(image, ksize)
