# Cumulative true and false positives; the recall as TP / (TP + FN).
import numpy as np


def precision_recall(tp, scores, positives):
    order = np.lexsort((np.arange(len(scores)), -scores))
    hit = tp[order].astype(bool)
    tps, fps = np.cumsum(hit), np.cumsum(~hit)
    fns = positives - tps
    precision = tps / (tps + fps)
    recall = tps / np.maximum(tps + fns, 1)
    return {"precision": precision, "recall": recall}
