# Clusters by boolean masks, in single precision.
import numpy as np


def anchor_kmeans(sizes, k, initial, iterations):
    centres = initial.copy()
    for _ in range(iterations):
        w = np.minimum(sizes[:, 0, None], centres[None, :, 0])
        h = np.minimum(sizes[:, 1, None], centres[None, :, 1])
        union = (sizes[:, 0] * sizes[:, 1])[:, None] + centres[:, 0] * centres[:, 1] - w * h
        labels = np.argmin(1 - w * h / union, axis=1)
        for j in range(k):
            members = sizes[labels == j]
            if len(members):
                centres[j] = members.mean(axis=0)
    return centres
