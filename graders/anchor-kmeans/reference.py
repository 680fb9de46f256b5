import numpy as np


def anchor_kmeans(sizes, k, initial, iterations):
    """So many rounds of k-means with the distance 1 - IoU of boxes on one corner; a centre without sizes stays."""
    sizes, centres = sizes.astype(np.float64), initial.astype(np.float64)
    for _ in range(iterations if len(sizes) else 0):
        shared = np.minimum(sizes[:, None], centres).prod(axis=2)
        iou = shared / (sizes.prod(axis=1)[:, None] + centres.prod(axis=1) - shared)
        nearest = iou.argmax(axis=1)
        count = np.bincount(nearest, minlength=k)[:, None]
        sums = np.stack([np.bincount(nearest, side, minlength=k) for side in sizes.T], axis=1)
        centres = np.where(count > 0, sums / np.maximum(count, 1), centres)
    return centres.astype(np.float32)
