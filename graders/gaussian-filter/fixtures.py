"""Fixtures of gaussian-filter (tools/write_fixtures.py says how to run it). The truth is computed in float64."""

import cv2
import numpy as np
from write_fixtures import write

SETTINGS = [
    (1, 1, 3, 1.0), (1, 9, 5, 1.1), (9, 1, 3, 0.5), (7, 5, 3, 0.8), (6, 8, 5, 1.0), (16, 16, 7, 2.0),
    (12, 17, 9, 1.4), (4, 3, 15, 5.0), (13, 9, 31, 10.0), (2, 2, 31, 3.0), (10, 10, 1, 2.0), (11, 14, 5, 0.3),
]  # fmt: skip


def cases():
    rng = np.random.default_rng(20261130)
    for height, width, ksize, sigma in SETTINGS:
        image = rng.uniform(-255, 255, (height, width)).astype(np.float32)
        expected = cv2.GaussianBlur(image.astype(np.float64), (ksize, ksize), sigma).reshape(height, width)
        name = {
            "en": f"noise {height}x{width}, ksize {ksize}, sigma {sigma}",
            "zh": f"噪声 {height}x{width}，ksize {ksize}，sigma {sigma}",
        }
        yield name, [image, ksize, sigma], expected.astype(np.float32)


write("gaussian-filter", "cv2", "cv2.GaussianBlur in float64", ["opencv-python-headless", "numpy"], cases())
