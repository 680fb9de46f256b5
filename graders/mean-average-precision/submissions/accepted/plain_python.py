# Dictionaries and lists; numpy only for the final interpolation.
from collections import defaultdict

import numpy as np

THRESHOLDS = [0.5 + 0.05 * i for i in range(10)]


def mean_average_precision(boxes, scores, labels, images, gt_boxes, gt_labels, gt_images):
    truths, found, positives = defaultdict(list), defaultdict(list), defaultdict(int)
    for box, label, image in zip(gt_boxes.tolist(), gt_labels.tolist(), gt_images.tolist()):
        truths[label, image].append(box)
        positives[label] += 1
    for box, score, label, image in zip(boxes.tolist(), scores.tolist(), labels.tolist(), images.tolist()):
        found[label, image].append((score, box))
    if not positives:
        return {"map": -1.0, "map50": -1.0, "map75": -1.0}
    ranked = defaultdict(list)
    for (label, image), group in sorted(found.items(), key=lambda item: item[0]):
        group.sort(key=lambda pair: -pair[0])
        rivals = truths.get((label, image), [])
        taken = [set() for _ in THRESHOLDS]
        for score, box in group[:100]:
            overlaps = sorted(((iou(box, rival), g) for g, rival in enumerate(rivals)), reverse=True)
            hits = [False] * 10
            for t, threshold in enumerate(THRESHOLDS):
                for overlap, g in overlaps:
                    if overlap < threshold:
                        break
                    if g not in taken[t]:
                        taken[t].add(g)
                        hits[t] = True
                        break
            ranked[label].append((score, hits))
    ap = np.array([[area(ranked[label], t, total) for t in range(10)] for label, total in positives.items()])
    mean = ap.mean(axis=0)
    return {"map": float(ap.mean()), "map50": float(mean[0]), "map75": float(mean[5])}


def iou(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)


def area(ranked, t, total):
    hits = np.array([hits[t] for _, hits in sorted(ranked, key=lambda pair: -pair[0])], dtype=float)
    if hits.size == 0:
        return 0.0
    tp = np.cumsum(hits)
    precision = tp / np.arange(1, hits.size + 1)
    for i in range(hits.size - 1, 0, -1):
        if precision[i] > precision[i - 1]:
            precision[i - 1] = precision[i]
    index = np.searchsorted(tp / total, np.linspace(0, 1, 101))
    return np.append(precision, 0)[index].mean()
