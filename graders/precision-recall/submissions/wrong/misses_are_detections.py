# diagnosis: recall-over-detections
import numpy as np


def precision_recall(tp, scores, positives):
    order = np.argsort(-scores, kind="stable")
    tps = np.cumsum(tp[order], dtype=float)
    n = len(tps)
    # every detection that is not a TP
    fns = n - tps
    return {"precision": tps / np.arange(1, n + 1), "recall": tps / (tps + fns)}
