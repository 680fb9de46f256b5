# The rest is filtered after each kept box, and the result is a plain list of numpy's own indices.
import numpy as np


def nms(boxes, scores, threshold):
    order = np.argsort(-scores, kind="stable")
    kept = []
    while order.size:
        best, rest = boxes[order[0]].astype(np.float64), boxes[order[1:]].astype(np.float64)
        kept.append(order[0])
        w = np.clip(np.minimum(best[2], rest[:, 2]) - np.maximum(best[0], rest[:, 0]), 0, None)
        h = np.clip(np.minimum(best[3], rest[:, 3]) - np.maximum(best[1], rest[:, 1]), 0, None)
        areas = (rest[:, 2] - rest[:, 0]) * (rest[:, 3] - rest[:, 1])
        inter = w * h
        union = (best[2] - best[0]) * (best[3] - best[1]) + areas - inter
        order = order[1:][inter <= threshold * union]
    return kept
