import numpy as np

RECALLS = {"voc07": np.linspace(0, 1, 11), "coco101": np.linspace(0, 1, 101)}


def average_precision(tp, scores, positives, method):
    """AP of detections by falling score (ties by index): what lies under the envelope of the curve, or its mean at some
    recalls."""
    if positives == 0:
        return 0.0
    found = np.cumsum(tp[np.argsort(-scores, kind="stable")], dtype=np.float64)
    recall, precision = found / positives, found / np.arange(1, len(found) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    if method == "area":
        return float(np.sum(np.diff(recall, prepend=0) * envelope))
    places = np.searchsorted(recall, RECALLS[method], side="left")
    return float(np.append(envelope, 0)[places].mean())
