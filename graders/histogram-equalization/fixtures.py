"""Fixtures of histogram-equalization (tools/write_fixtures.py says how to run it)."""

import cv2
import numpy as np
from write_fixtures import write

SIZES = [(1, 2), (1, 9), (9, 1), (7, 5), (6, 8), (16, 16), (12, 17)]


def is_near_half(image):
    counts = np.cumsum(np.bincount(image.ravel(), minlength=256))
    darkest = counts[image.min()]
    if darkest == image.size:
        return False
    values = 255 * (counts - darkest) / (image.size - darkest)
    return bool((np.abs(values % 1 - 0.5) < 1e-4).any())


def cases():
    rng = np.random.default_rng(20261204)
    for height, width in SIZES:
        size = (height, width)
        kinds = [
            ("dark", "偏暗", rng.normal(40, 15, size)),
            ("bright and narrow", "偏亮且范围窄", rng.normal(220, 6, size)),
            ("few levels", "少数灰度级", rng.choice(rng.integers(0, 256, 4), size)),
            ("noise", "噪声", rng.integers(0, 256, size)),
        ]
        for en, zh, values in kinds:
            image = values.clip(0, 255).astype(np.uint8)
            if not is_near_half(image):
                yield {"en": f"{en} {height}x{width}", "zh": f"{zh} {height}x{width}"}, [image], cv2.equalizeHist(image)


write("histogram-equalization", "cv2", "cv2.equalizeHist", ["opencv-python-headless", "numpy"], cases())
