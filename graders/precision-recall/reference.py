import numpy as np


def precision_recall(tp, scores, positives):
    """A point of the precision-recall curve for each detection, by falling score (ties by index): of all detections down
    to this one."""
    found = np.cumsum(tp[np.argsort(-scores, kind="stable")], dtype=np.float64)
    precision = found / np.arange(1, len(found) + 1)
    return {"precision": precision, "recall": found / positives if positives else np.zeros_like(found)}
