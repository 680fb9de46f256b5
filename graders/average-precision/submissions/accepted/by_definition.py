# Straight from the definition: the best precision at a recall or a higher one, asked wherever it is needed.
import numpy as np


def average_precision(tp, scores, positives, method):
    if positives == 0 or len(tp) == 0:
        return 0.0
    hits = np.cumsum(tp[np.argsort(-scores, kind="stable")].astype(float))
    rec = hits / positives
    prec = hits / np.arange(1, hits.size + 1)

    def best(r):
        return max(prec[rec >= r], default=0.0)

    if method == "voc07":
        return sum(best(i / 10) for i in range(11)) / 11
    if method == "coco101":
        return sum(best(i / 100) for i in range(101)) / 101
    rises = np.unique(np.concatenate([[0.0], rec]))
    return float(sum((high - low) * best(high) for low, high in zip(rises, rises[1:])))
