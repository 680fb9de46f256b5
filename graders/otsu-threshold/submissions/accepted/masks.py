# Every threshold by itself, the classes as masks.
import numpy as np


def otsu_threshold(image):
    best, threshold = 0.0, 0
    for t in np.unique(image)[:-1]:
        dark = image <= t
        share = dark.mean()
        between = share * (1 - share) * (image[dark].mean() - image[~dark].mean()) ** 2
        if between > best:
            best, threshold = between, int(t)
    return threshold
