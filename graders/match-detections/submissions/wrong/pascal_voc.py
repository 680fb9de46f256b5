# diagnosis: best-overlap-taken+threshold-strict+equal-overlaps-first
# As voc_eval.py goes, for one image.
import numpy as np


def match_detections(boxes, scores, truths, threshold):
    tp = np.zeros(len(boxes), dtype=np.uint8)
    det = [False] * len(truths)
    for d in np.argsort(-scores, kind="stable"):
        bb = boxes[d].astype(float)
        ovmax, jmax = -np.inf, -1
        if truths.size > 0:
            iw = np.maximum(np.minimum(truths[:, 2], bb[2]) - np.maximum(truths[:, 0], bb[0]), 0.0)
            ih = np.maximum(np.minimum(truths[:, 3], bb[3]) - np.maximum(truths[:, 1], bb[1]), 0.0)
            inters = iw * ih
            uni = (bb[2] - bb[0]) * (bb[3] - bb[1]) + (truths[:, 2] - truths[:, 0]) * (truths[:, 3] - truths[:, 1]) - inters
            overlaps = inters / np.maximum(uni, np.finfo(np.float64).eps)
            ovmax, jmax = np.max(overlaps), np.argmax(overlaps)
        if ovmax > threshold and not det[jmax]:
            tp[d] = 1
            det[jmax] = True
    return tp
