# The ten thresholds are an axis of every array.
import numpy as np

THRESHOLDS = np.linspace(0.5, 0.95, 10)


def mean_average_precision(boxes, scores, labels, images, gt_boxes, gt_labels, gt_images):
    aps = []
    order = np.lexsort((np.arange(len(scores)), -scores, images, labels))
    gt_order = np.lexsort((np.arange(len(gt_labels)), gt_images, gt_labels))
    for label in np.unique(gt_labels):
        dets = order[labels[order] == label]
        gts = gt_order[gt_labels[gt_order] == label]
        hits, kept = [], []
        for image in np.unique(images[dets]):
            of_image = dets[images[dets] == image][:100]
            rivals = gt_boxes[gts[gt_images[gts] == image]]
            overlap = box_iou(boxes[of_image], rivals)
            free = np.ones((10, len(rivals)), dtype=bool)
            hit = np.zeros((len(of_image), 10), dtype=bool)
            for d in np.flatnonzero(overlap.max(axis=1, initial=0) >= 0.5):
                allowed = free & (overlap[d] >= THRESHOLDS[:, None])
                best = np.where(allowed, overlap[d], -1).argmax(axis=1)
                hit[d] = allowed.any(axis=1)
                free[hit[d].nonzero()[0], best[hit[d]]] = False
            hits.append(hit)
            kept.append(of_image)
        if not hits:
            aps.append(np.zeros(10))
            continue
        ranking = np.argsort(-scores[np.concatenate(kept)], kind="stable")
        tp = np.cumsum(np.concatenate(hits)[ranking], axis=0)
        precision = tp / np.arange(1, len(tp) + 1)[:, None]
        precision = np.maximum.accumulate(precision[::-1])[::-1]
        # how many detections come before each recall is reached
        before = (tp / len(gts) < np.linspace(0, 1, 101)[:, None, None]).sum(axis=1)
        padded = np.vstack([precision, np.zeros(10)])
        aps.append(np.take_along_axis(padded, before, axis=0).mean(axis=0))
    if not aps:
        return {"map": -1.0, "map50": -1.0, "map75": -1.0}
    mean = np.mean(aps, axis=0)
    return {"map": float(mean.mean()), "map50": float(mean[0]), "map75": float(mean[5])}


def box_iou(a, b):
    size = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])
    inter = size.clip(0).prod(axis=2)
    union = (a[:, 2:] - a[:, :2]).prod(axis=1)[:, None] + (b[:, 2:] - b[:, :2]).prod(axis=1) - inter
    return inter / np.maximum(union, 1e-12)
