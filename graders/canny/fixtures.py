"""Fixtures of canny (tools/write_fixtures.py says how to run it)."""

import cv2
import numpy as np
from write_fixtures import write

SIZES = [(1, 1), (1, 9), (9, 1), (2, 2), (7, 5), (12, 11), (17, 20)]
THRESHOLDS = [(100.0, 300.0), (50.5, 200.0), (400.0, 150.0)]


def cases():
    rng = np.random.default_rng(20261207)
    for height, width in SIZES:
        for low, high in THRESHOLDS:
            steps = np.where(np.hypot(*np.mgrid[:height, :width]) > width / 1.5, 190, 60)
            image = (steps + rng.normal(0, 15, (height, width))).clip(0, 255).astype(np.uint8)
            name = {
                "en": f"noisy curve {height}x{width}, thresholds {low} and {high}",
                "zh": f"含噪曲线 {height}x{width}，阈值 {low} 和 {high}",
            }
            yield name, [image, low, high], cv2.Canny(image, low, high)


write("canny", "cv2", "cv2.Canny", ["opencv-python-headless", "numpy"], cases())
