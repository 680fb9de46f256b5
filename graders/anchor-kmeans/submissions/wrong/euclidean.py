# diagnosis: euclidean-distance+empty-cluster-zero
import numpy as np


def anchor_kmeans(sizes, k, initial, iterations):
    centres = initial.astype(float)
    for _ in range(iterations):
        nearest = np.linalg.norm(sizes[:, None] - centres[None], axis=2).argmin(axis=1)
        centres = np.array([sizes[nearest == j].mean(axis=0) if np.any(nearest == j) else [0, 0] for j in range(k)])
    return centres.astype(np.float32)
