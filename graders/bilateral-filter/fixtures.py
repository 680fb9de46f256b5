"""Fixtures of bilateral-filter (tools/write_fixtures.py says how to run it).

The truth is the formula, written out in float64. Restricted to the disc that cv2.bilateralFilter uses, it must agree with cv2.
"""

import cv2
import numpy as np
from write_fixtures import write

SETTINGS = [
    (1, 1, 1, 10.0, 1.0), (1, 9, 2, 50.0, 1.5), (9, 1, 1, 300.0, 0.5), (7, 5, 1, 30.0, 1.0), (6, 8, 2, 80.0, 2.0), (12, 12, 3, 20.0, 3.0),
    (11, 14, 2, 1000.0, 1.0), (4, 3, 6, 100.0, 5.0), (8, 8, 0, 10.0, 1.0), (10, 9, 4, 5.0, 20.0), (9, 9, 2, 1.0, 2.0),
]  # fmt: skip


def bilateral(image, radius, sigma_color, sigma_space, is_disc=False):
    image = image.astype(np.float64)
    out = np.empty_like(image)
    for (y, x), middle in np.ndenumerate(image):
        weights, values = [], []
        for dy in range(-radius, radius + 1):
            for dx in range(-radius, radius + 1):
                if is_disc and dy * dy + dx * dx > radius * radius:
                    continue
                values.append(image[fold(y + dy, image.shape[0]), fold(x + dx, image.shape[1])])
                distance = (dy * dy + dx * dx) / (2 * sigma_space**2)
                weights.append(np.exp(-distance) * np.exp(-((values[-1] - middle) ** 2) / (2 * sigma_color**2)))
        out[y, x] = np.average(values, weights=weights)
    return out


def fold(index, length):
    return cv2.borderInterpolate(index, length, cv2.BORDER_REFLECT_101)


def cases():
    rng = np.random.default_rng(20261201)
    for height, width, radius, sigma_color, sigma_space in SETTINGS:
        steps = 100 * (np.add.outer(np.arange(height), np.arange(width)) // 5 % 2)
        image = (steps + rng.normal(0, 15, (height, width))).astype(np.float32)
        if radius > 0:
            theirs = cv2.bilateralFilter(image, 2 * radius + 1, sigma_color, sigma_space)
            ours = bilateral(image, radius, sigma_color, sigma_space, is_disc=True)
            # cv2 interpolates the exponential in a table.
            np.testing.assert_allclose(ours, theirs.reshape(ours.shape), atol=0.05)
        what = f"{height}x{width}, radius {radius}, sigmaColor {sigma_color}, sigmaSpace {sigma_space}"
        name = {"en": f"noisy steps {what}", "zh": f"含噪阶跃 {what}".replace(", ", "，")}
        expected = bilateral(image, radius, sigma_color, sigma_space).astype(np.float32)
        yield name, [image, radius, sigma_color, sigma_space], expected


call = "the formula in float64, which agrees with cv2.bilateralFilter on its disc"
write("bilateral-filter", "formula", call, ["opencv-python-headless", "numpy"], cases())
