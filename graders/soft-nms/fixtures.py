"""Fixtures of soft-nms (tools/write_fixtures.py says how to run it)."""

import math

import numpy as np
from write_fixtures import write

BOX_GAP = 1e-4


def iou(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)


def truth(boxes, scores, sigma, threshold):
    """Figure 2 of the paper with the Gaussian penalty, in double precision: B are boxes, S scores, D the detections. Undefined
    where rounding could decide."""
    B = {at: box for at, box in enumerate(boxes.astype(np.float64).tolist())}
    S = {at: float(score) for at, score in enumerate(scores)}
    D = []
    while True:
        if any(0 < abs(score - threshold) < BOX_GAP * threshold for score in S.values()):
            return None
        S = {at: score for at, score in S.items() if score >= threshold}
        if not S:
            break
        m = max(S, key=lambda at: (S[at], -at))
        if any(0 < S[m] - score < BOX_GAP * score for score in S.values()):
            return None
        D.append((m, S.pop(m)))
        for at in S:
            S[at] *= math.exp(-(iou(B[m], B[at]) ** 2) / sigma)
    index = np.array([at for at, _ in D], dtype=np.int32)
    return {"index": index, "score": np.array([score for _, score in D], dtype=np.float32)}


def draw(rng, count):
    objects = rng.random((max(1, count // 5), 4)) * 60
    boxes = objects[rng.integers(0, len(objects), count)] + (rng.random((count, 4)) - 0.5) * 8
    boxes[:, 2:] += boxes[:, :2] + 8
    return boxes.astype(np.float32), rng.random(count).astype(np.float32)


def cases():
    rng = np.random.default_rng(20261206)
    for count in (0, 1, 3, 8, 20, 50):
        for sigma, threshold in [(0.5, 0.001), (0.1, 0.05), (2.0, 0.3)]:
            expected = None
            while expected is None:
                boxes, scores = draw(rng, count)
                expected = truth(boxes, scores, sigma, threshold)
            name = {
                "en": f"{count} boxes, sigma {sigma}, score threshold {threshold}",
                "zh": f"{count} 个框，sigma {sigma}，得分阈值 {threshold}",
            }
            yield name, [boxes, scores, sigma, threshold], expected


write("soft-nms", "formula", "figure 2 of Bodla et al. 2017 with the Gaussian penalty, in float64", ["numpy"], cases())
