import numpy as np


def match_detections(boxes, scores, truths, threshold):
    """As pycocotools: by falling score (ties by index) each detection takes the free object that it overlaps most, if the
    IoU is at least the threshold; of equals, the last. 1 for a detection that has taken one."""
    overlap = box_iou(boxes.astype(np.float64), truths.astype(np.float64))
    flags = np.zeros(len(boxes), dtype=np.uint8)
    if not len(truths):
        return flags
    for at in np.argsort(-scores, kind="stable"):
        best = len(truths) - 1 - np.argmax(overlap[at, ::-1])
        if overlap[at, best] >= threshold:
            flags[at] = 1
            overlap[:, best] = -1
    return flags


def box_iou(a, b):
    size = np.minimum(a[:, None, 2:], b[:, 2:]) - np.maximum(a[:, None, :2], b[:, :2])
    shared = np.maximum(size, 0).prod(axis=2)
    union = area(a)[:, None] + area(b) - shared
    return np.divide(shared, union, out=np.zeros_like(shared), where=shared > 0)


def area(boxes):
    return (boxes[:, 2:] - boxes[:, :2]).prod(axis=1)
