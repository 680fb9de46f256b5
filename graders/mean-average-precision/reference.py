from collections import defaultdict

import numpy as np

IOU_THRESHOLDS = np.linspace(0.5, 0.95, 10)
RECALLS = np.linspace(0, 1, 101)
MAX_DETECTIONS = 100


def mean_average_precision(boxes, scores, labels, images, gt_boxes, gt_labels, gt_images):
    """COCO's mean average precision, as pycocotools.COCOeval: boxes x1 y1 x2 y2, all areas, no crowd; -1 without any ground
    truth."""
    boxes, gt_boxes = boxes.astype(np.float64), gt_boxes.astype(np.float64)
    detections = by_class_and_image(labels, images)
    truths = by_class_and_image(gt_labels, gt_images)
    precision = []
    for label, truths_of in truths.items():
        found_scores, found_hits = [np.empty(0)], [np.empty((0, len(IOU_THRESHOLDS)), dtype=bool)]
        for image, indices in sorted(detections[label].items()):
            indices = np.array(indices)
            best = indices[np.argsort(-scores[indices], kind="stable")][:MAX_DETECTIONS]
            found_scores.append(scores[best])
            found_hits.append(match(overlaps(boxes[best], gt_boxes[truths_of.get(image, [])])))
        order = np.argsort(-np.concatenate(found_scores), kind="stable")
        positives = sum(len(indices) for indices in truths_of.values())
        precision.append(average_precision(np.concatenate(found_hits)[order], positives))
    if not precision:
        return {"map": -1.0, "map50": -1.0, "map75": -1.0}
    by_threshold = np.mean(precision, axis=0)
    return {"map": float(by_threshold.mean()), "map50": float(by_threshold[0]), "map75": float(by_threshold[5])}


def by_class_and_image(labels, images):
    groups = defaultdict(lambda: defaultdict(list))
    for index, (label, image) in enumerate(zip(labels.tolist(), images.tolist())):
        groups[label][image].append(index)
    return groups


def overlaps(boxes, truths):
    size = np.minimum(boxes[:, None, 2:], truths[:, 2:]) - np.maximum(boxes[:, None, :2], truths[:, :2])
    intersection = area(np.maximum(size, 0))
    union = area(boxes[:, 2:] - boxes[:, :2])[:, None] + area(truths[:, 2:] - truths[:, :2]) - intersection
    return np.divide(intersection, union, out=np.zeros_like(intersection), where=intersection > 0)


def area(size):
    return size[..., 0] * size[..., 1]


def match(overlap):
    """Detections in order each take the free ground truth that they overlap most; of equals, the last."""
    hits = np.zeros((len(overlap), len(IOU_THRESHOLDS)), dtype=bool)
    taken = [set() for _ in IOU_THRESHOLDS]
    thresholds = IOU_THRESHOLDS.tolist()
    for detection, row in enumerate(overlap.tolist()):
        near = sorted(((iou, truth) for truth, iou in enumerate(row) if iou >= thresholds[0]), reverse=True)
        for at, threshold in enumerate(thresholds if near else ()):
            free = next((truth for iou, truth in near if iou >= threshold and truth not in taken[at]), None)
            if free is not None:
                taken[at].add(free)
                hits[detection, at] = True
    return hits


def average_precision(hits, positives):
    """For each threshold, the mean precision at 101 recalls, each the best reached at that recall or a higher one."""
    true_positives = np.cumsum(hits, axis=0)
    precision = true_positives / np.arange(1, len(hits) + 1)[:, None]
    precision = np.maximum.accumulate(precision[::-1], axis=0)[::-1]
    precision = np.vstack([precision, np.zeros(hits.shape[1])])
    recall = true_positives / positives
    return [
        precision[np.searchsorted(recall[:, at], RECALLS, side="left"), at].mean() for at in range(hits.shape[1])
    ]
