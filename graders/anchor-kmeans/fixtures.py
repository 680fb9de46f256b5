"""Fixtures of anchor-kmeans (tools/write_fixtures.py says how to run it)."""

import numpy as np
from write_fixtures import write


def truth(sizes, k, initial, iterations):
    """Lloyd's two steps, one size at a time in double precision. Undefined where rounding could decide."""
    boxes, centres = sizes.astype(np.float64).tolist(), initial.astype(np.float64).tolist()
    for _ in range(iterations):
        clusters = [[] for _ in range(k)]
        for w, h in boxes:
            distances = [1 - iou(w, h, cw, ch) for cw, ch in centres]
            first, *others = sorted(distances)
            if others and others[0] - first < 1e-4:
                return None
            clusters[distances.index(first)].append((w, h))
        for at, cluster in enumerate(clusters):
            if cluster:
                centres[at] = [sum(side) / len(cluster) for side in zip(*cluster)]
    return np.array(centres, dtype=np.float32).reshape(k, 2)


def iou(w, h, cw, ch):
    # On one centre: each side shares the shorter of both.
    shared = min(w, cw) * min(h, ch)
    return shared / (w * h + cw * ch - shared)


def draw(rng, count, k):
    shapes = np.exp(rng.uniform(2, 5.5, (k, 2)))
    sizes = shapes[rng.integers(0, k, count)] * np.exp(rng.normal(0, 0.25, (count, 2)))
    initial = shapes * np.exp(rng.normal(0, 0.5, (k, 2)))
    return sizes.astype(np.float32), initial.astype(np.float32)


def cases():
    rng = np.random.default_rng(20261207)
    for count, k in ((0, 2), (1, 1), (5, 3), (30, 3), (60, 5), (100, 9)):
        for iterations in (0, 1, 4, 20):
            expected = None
            while expected is None:
                sizes, initial = draw(rng, count, k)
                expected = truth(sizes, k, initial, iterations)
            name = {
                "en": f"{count} sizes, k = {k}, {iterations} rounds",
                "zh": f"{count} 个大小，k = {k}，{iterations} 轮",
            }
            yield name, [sizes, k, initial, iterations], expected


write("anchor-kmeans", "formula", "Lloyd's k-means with 1 - IoU, in float64", ["numpy"], cases())
