"""Fixtures of otsu-threshold (tools/write_fixtures.py says how to run it)."""

import cv2
import numpy as np
from write_fixtures import write

SIZES = [(1, 2), (1, 9), (9, 1), (7, 5), (6, 8), (16, 16), (12, 17)]


def cases():
    rng = np.random.default_rng(20261203)
    for height, width in SIZES:
        size = (height, width)
        bimodal = np.where(rng.random(size) < 0.35, rng.normal(70, 15, size), rng.normal(170, 25, size))
        levels = rng.choice(rng.integers(0, 256, 4), size)
        kinds = [
            ("noise", "噪声", rng.integers(0, 256, size)),
            ("two modes", "双峰", bimodal.clip(0, 255)),
            ("few levels", "少数灰度级", levels),
        ]
        for en, zh, values in kinds:
            image = values.astype(np.uint8)
            threshold, _ = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
            yield {"en": f"{en} {height}x{width}", "zh": f"{zh} {height}x{width}"}, [image], int(threshold)


write("otsu-threshold", "cv2", "cv2.threshold(THRESH_OTSU)", ["opencv-python-headless", "numpy"], cases())
