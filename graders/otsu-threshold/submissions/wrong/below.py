# diagnosis: one-above
import numpy as np


def otsu_threshold(image):
    best, threshold = 0.0, 0
    for t in range(1, 256):
        dark, bright = image[image < t], image[image >= t]
        if dark.size == 0 or bright.size == 0:
            continue
        score = dark.size * bright.size * (dark.mean() - bright.mean()) ** 2
        if score > best:
            best, threshold = score, t
    return threshold
