# The matrix of all overlaps, a block of rows at a time, then one pass over its rows in sorted order.
import numpy as np

BLOCK = 128


def nms(boxes, scores, threshold):
    order = np.argsort(-scores, kind="stable")
    n = len(order)
    x1, y1, x2, y2 = boxes[order].T
    area = (x2 - x1) * (y2 - y1)
    covers = np.zeros((n, n), dtype=bool)
    for start in range(0, n, BLOCK):
        rows = slice(start, start + BLOCK)
        later = slice(start, n)  # a box covers only those after it
        w = np.minimum.outer(x2[rows], x2[later]) - np.maximum.outer(x1[rows], x1[later])
        h = np.minimum.outer(y2[rows], y2[later]) - np.maximum.outer(y1[rows], y1[later])
        inter = np.maximum(w, 0) * np.maximum(h, 0)
        covers[rows, later] = inter > threshold * (np.add.outer(area[rows], area[later]) - inter)
    alive = np.ones(n, dtype=bool)
    for i in range(n):
        if alive[i]:
            alive[i + 1 :] &= ~covers[i, i + 1 :]
    return order[alive].astype(np.int32)
