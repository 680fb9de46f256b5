"""Fixtures of median-filter (tools/write_fixtures.py says how to run it). Its two truths must agree before a case is kept."""

import cv2
import numpy as np
from scipy.ndimage import median_filter
from write_fixtures import write

SIZES = [(1, 1, 3), (1, 9, 3), (9, 1, 5), (7, 5, 3), (6, 8, 5), (16, 16, 7), (12, 17, 9), (4, 4, 15), (13, 9, 25), (1, 2, 255)]
KINDS = {"noise": "噪声", "few values": "少数灰度值", "ramp with impulses": "带脉冲的灰度斜坡"}


def draw(rng, height, width, kind):
    if kind == "noise":
        return rng.integers(0, 256, (height, width)).astype(np.uint8)
    if kind == "few values":
        return rng.integers(100, 103, (height, width)).astype(np.uint8)
    image = np.add.outer(np.arange(height), np.arange(width)).astype(np.float64) * 6
    image[rng.random(image.shape) < 0.1] = 255
    image[rng.random(image.shape) < 0.1] = 0
    return np.clip(image, 0, 255).astype(np.uint8)


def cases():
    rng = np.random.default_rng(20260601)
    for height, width, ksize in SIZES:
        for kind in KINDS:
            image = draw(rng, height, width, kind)
            expected = cv2.medianBlur(image, ksize)
            if not np.array_equal(expected, median_filter(image, size=ksize, mode="nearest")):
                raise SystemExit(f"cv2 and scipy differ on {kind} {height}x{width}, ksize {ksize}")
            name = {
                "en": f"{kind} {height}x{width}, ksize {ksize}",
                "zh": f"{KINDS[kind]} {height}x{width}，ksize {ksize}",
            }
            yield name, [image, ksize], expected


write(
    "median-filter",
    "cv2-and-scipy",
    'cv2.medianBlur and scipy.ndimage.median_filter(mode="nearest"), which agree',
    ["opencv-python-headless", "scipy", "numpy"],
    cases(),
)
