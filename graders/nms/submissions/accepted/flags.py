# Sorted copies of the columns and a flag for each box; IoUs of one kept box at a time.
import numpy as np


def nms(boxes, scores, threshold):
    n = len(scores)
    order = np.array(sorted(range(n), key=lambda i: -scores[i]), dtype=np.int32)
    if n == 0:
        return order
    x1, y1, x2, y2 = np.ascontiguousarray(boxes[order].T).astype(np.float64)
    area = (x2 - x1) * (y2 - y1)
    gone = np.zeros(n, dtype=bool)
    for i in range(n):
        if gone[i]:
            continue
        later = slice(i + 1, n)
        w = np.clip(np.minimum(x2[i], x2[later]) - np.maximum(x1[i], x1[later]), 0, None)
        h = np.clip(np.minimum(y2[i], y2[later]) - np.maximum(y1[i], y1[later]), 0, None)
        inter = w * h
        union = area[i] + area[later] - inter
        gone[later] |= inter / np.where(union > 0, union, 1) > threshold
    return order[~gone]
