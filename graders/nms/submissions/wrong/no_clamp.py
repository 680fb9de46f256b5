# diagnosis: overlap-not-clamped
import numpy as np


def nms(boxes, scores, threshold):
    x1, y1, x2, y2 = boxes.T
    area = (x2 - x1) * (y2 - y1)
    order = np.argsort(-scores, kind="stable")
    kept = []
    while order.size:
        i, order = order[0], order[1:]
        kept.append(i)
        w = np.minimum(x2[i], x2[order]) - np.maximum(x1[i], x1[order])
        h = np.minimum(y2[i], y2[order]) - np.maximum(y1[i], y1[order])
        inter = w * h
        with np.errstate(all="ignore"):
            order = order[~(inter / (area[i] + area[order] - inter) > threshold)]
    return np.array(kept, dtype=np.int32)
