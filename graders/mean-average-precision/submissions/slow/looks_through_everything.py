# Right, but looks through all detections again for every threshold, class and image.
import numpy as np


def mean_average_precision(boxes, scores, labels, images, gtBoxes, gtLabels, gtImages):
    classes = sorted(set(gtLabels.tolist()))
    if not classes:
        return {"map": -1.0, "map50": -1.0, "map75": -1.0}
    detections = list(zip(boxes.tolist(), scores.tolist(), labels.tolist(), images.tolist()))
    truths = list(zip(gtBoxes.tolist(), gtLabels.tolist(), gtImages.tolist()))
    means = [
        np.mean([average_precision(detections, truths, label, threshold) for label in classes])
        for threshold in np.linspace(0.5, 0.95, 10)
    ]
    return {"map": float(np.mean(means)), "map50": float(means[0]), "map75": float(means[5])}


def average_precision(detections, truths, label, threshold):
    ranked = []
    for image in sorted({image for _, _, _, image in detections}):
        free = [box for box, of, at in truths if of == label and at == image]
        inside = [(score, box) for box, score, of, at in detections if of == label and at == image]
        for score, box in sorted(inside, key=lambda pair: -pair[0])[:100]:
            rival = max(free, key=lambda other: iou(box, other), default=None)
            hit = rival is not None and iou(box, rival) >= threshold
            if hit:
                free.remove(rival)
            ranked.append((score, hit))
    positives = sum(of == label for _, of, _ in truths)
    hits = np.array([hit for _, hit in sorted(ranked, key=lambda pair: -pair[0])], dtype=float)
    tp = np.cumsum(hits)
    precision = tp / np.arange(1, len(hits) + 1)
    precision = np.append(np.maximum.accumulate(precision[::-1])[::-1], 0)
    return precision[np.searchsorted(tp / positives, np.linspace(0, 1, 101))].mean()


def iou(a, b):
    w = max(0.0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0.0, min(a[3], b[3]) - max(a[1], b[1]))
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h
    return w * h / union if union > 0 else 0.0
