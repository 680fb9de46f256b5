"""Fixtures of sobel (tools/write_fixtures.py says how to run it). The truth is computed in float64."""

import cv2
import numpy as np
from write_fixtures import write

SIZES = [(1, 1), (1, 9), (9, 1), (2, 2), (3, 3), (7, 5), (6, 8), (12, 17)]


def truth(image):
    gx, gy = (cv2.Sobel(image.astype(np.float64), cv2.CV_64F, *order).reshape(image.shape) for order in [(1, 0), (0, 1)])
    return {name: a.astype(np.float32) for name, a in [("gx", gx), ("gy", gy), ("magnitude", np.hypot(gx, gy))]}


def cases():
    rng = np.random.default_rng(20261202)
    for height, width in SIZES:
        noise = rng.uniform(-255, 255, (height, width)).astype(np.float32)
        greys = rng.integers(0, 256, (height, width)).astype(np.float32)
        yield {"en": f"noise {height}x{width}", "zh": f"噪声 {height}x{width}"}, [noise], truth(noise)
        yield {"en": f"grey values {height}x{width}", "zh": f"灰度值 {height}x{width}"}, [greys], truth(greys)


write("sobel", "cv2", "cv2.Sobel in float64", ["opencv-python-headless", "numpy"], cases())
