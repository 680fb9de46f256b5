# diagnosis: plus-one
import numpy as np


def nms(boxes, scores, threshold):
    x1, y1, x2, y2 = boxes.T
    area = (x2 - x1 + 1) * (y2 - y1 + 1)
    order = np.argsort(-scores, kind="stable")
    kept = []
    while order.size:
        i, order = order[0], order[1:]
        kept.append(i)
        w = np.maximum(0, np.minimum(x2[i], x2[order]) - np.maximum(x1[i], x1[order]) + 1)
        h = np.maximum(0, np.minimum(y2[i], y2[order]) - np.maximum(y1[i], y1[order]) + 1)
        inter = w * h
        order = order[inter <= threshold * (area[i] + area[order] - inter)]
    return np.array(kept, dtype=np.int32)
