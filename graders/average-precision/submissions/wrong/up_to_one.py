# diagnosis: unreached-left-out+?
import numpy as np


def average_precision(tp, scores, positives, method):
    if positives == 0:
        return 0.0
    order = np.argsort(-scores, kind="stable")
    cum = np.cumsum(tp[order])
    rec, prec = cum / positives, cum / (np.arange(len(tp)) + 1)
    if method == "area":
        mrec = np.concatenate(([0.0], rec, [1.0]))
        mpre = np.concatenate(([0.0], prec, [0.0]))
        for i in range(mpre.size - 1, 0, -1):
            mpre[i - 1] = np.maximum(mpre[i - 1], mpre[i])
        i = np.where(mrec[1:] != mrec[:-1])[0]
        return float(np.sum((mrec[i + 1] - mrec[i]) * mpre[i + 1]))
    levels = np.arange(0.0, 1.0, 0.1 if method == "voc07" else 0.01)
    best = [np.max(prec[rec >= t]) for t in levels if np.any(rec >= t)]
    return float(np.mean(best)) if best else 0.0
