"""Fixtures of mean-filter (tools/write_fixtures.py says how to run it)."""

import cv2
import numpy as np
from write_fixtures import write

SIZES = [(1, 1, 3), (1, 9, 5), (9, 1, 3), (7, 5, 3), (6, 8, 5), (16, 16, 7), (12, 17, 9), (4, 3, 15), (13, 9, 31)]
KINDS = {"noise": "噪声", "narrow range": "窄灰度范围", "black and white": "黑白"}


def draw(rng, height, width, kind):
    if kind == "noise":
        return rng.integers(0, 256, (height, width)).astype(np.uint8)
    if kind == "narrow range":
        return rng.integers(0, 2, (height, width)).astype(np.uint8)
    return rng.choice(np.array([0, 255], np.uint8), (height, width))


def cases():
    rng = np.random.default_rng(20260604)
    for height, width, ksize in SIZES:
        for kind in KINDS:
            image = draw(rng, height, width, kind)
            name = {
                "en": f"{kind} {height}x{width}, ksize {ksize}",
                "zh": f"{KINDS[kind]} {height}x{width}，ksize {ksize}",
            }
            yield name, [image, ksize], cv2.blur(image, (ksize, ksize))


write("mean-filter", "cv2", "cv2.blur", ["opencv-python-headless", "numpy"], cases())
