"""Fixtures of gaussian-kernel (tools/write_fixtures.py says how to run it)."""

import cv2
import numpy as np
from write_fixtures import write

SETTINGS = [(1, 1.0), (3, 0.5), (3, 1.0), (3, 10.0), (5, 0.1), (5, 0.8), (5, 1.1), (7, 1.4), (9, 3.0), (11, 1.6), (13, 20.0), (21, 3.5)]


def cases():
    for ksize, sigma in SETTINGS:
        column = cv2.getGaussianKernel(ksize, sigma, cv2.CV_64F)
        name = {"en": f"ksize {ksize}, sigma {sigma}", "zh": f"高斯核，ksize {ksize}，sigma {sigma}"}
        yield name, [ksize, sigma], np.outer(column, column)


call = "outer product of cv2.getGaussianKernel(ksize, sigma, CV_64F)"
write("gaussian-kernel", "cv2", call, ["opencv-python-headless", "numpy"], cases())
