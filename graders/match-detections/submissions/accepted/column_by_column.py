# IoUs of one detection with all objects at once; taken objects are masked.
import numpy as np


def match_detections(boxes, scores, truths, threshold):
    tp = np.zeros(len(boxes), dtype=np.uint8)
    free = np.ones(len(truths), dtype=bool)
    areas = np.prod(truths[:, 2:] - truths[:, :2], axis=1)
    for i in np.lexsort((np.arange(len(scores)), -scores)):
        x1, y1, x2, y2 = boxes[i]
        w = np.clip(np.minimum(x2, truths[:, 2]) - np.maximum(x1, truths[:, 0]), 0, None)
        h = np.clip(np.minimum(y2, truths[:, 3]) - np.maximum(y1, truths[:, 1]), 0, None)
        union = (x2 - x1) * (y2 - y1) + areas - w * h
        iou = np.where(free & (w * h > 0), w * h / np.where(union > 0, union, 1), -1)
        enough = np.flatnonzero(iou >= threshold)
        if enough.size:
            best = enough[iou[enough] == iou[enough].max()][-1]
            free[best] = False
            tp[i] = 1
    return tp
