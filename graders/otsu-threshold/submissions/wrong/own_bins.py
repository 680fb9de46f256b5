# diagnosis: bins-of-own-range
import numpy as np


def otsu_threshold(image):
    histogram, _ = np.histogram(image, bins=256)
    best, threshold = 0.0, 0
    levels = np.arange(256)
    for t in range(255):
        n0, n1 = histogram[: t + 1].sum(), histogram[t + 1 :].sum()
        if n0 == 0 or n1 == 0:
            continue
        mu0 = (histogram[: t + 1] * levels[: t + 1]).sum() / n0
        mu1 = (histogram[t + 1 :] * levels[t + 1 :]).sum() / n1
        score = n0 * n1 * (mu0 - mu1) ** 2
        if score > best:
            best, threshold = score, t
    return threshold
