# diagnosis: empty-cluster-zero
import numpy as np


def anchor_kmeans(sizes, k, initial, iterations):
    centres = initial.astype(np.float64)
    if len(sizes) == 0:
        return centres
    for _ in range(iterations):
        inter = np.minimum(sizes[:, None], centres).prod(axis=-1)
        nearest = np.argmax(inter / (sizes.prod(axis=1)[:, None] + centres.prod(axis=1) - inter), axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, sizes)
        centres = sums / np.maximum(np.bincount(nearest, minlength=k), 1)[:, None]
    return centres
