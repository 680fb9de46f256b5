# Right, but compares pairs of boxes one by one in Python.
import numpy as np


def nms(boxes, scores, threshold):
    all_boxes = boxes.tolist()
    kept = []
    for i in np.argsort(-scores, kind="stable").tolist():
        ax1, ay1, ax2, ay2 = all_boxes[i]
        for k in kept:
            bx1, by1, bx2, by2 = all_boxes[k]
            inter = max(0.0, min(ax2, bx2) - max(ax1, bx1)) * max(0.0, min(ay2, by2) - max(ay1, by1))
            if inter > threshold * ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter):
                break
        else:
            kept.append(i)
    return np.array(kept, dtype=np.int32)
