import numpy as np


def box_iou(a, b):
    """Intersection over union of all boxes of a with all boxes of b; 0 where a box has no area."""
    a, b = a.astype(np.float64), b.astype(np.float64)
    size = np.minimum(a[:, None, 2:], b[:, 2:]) - np.maximum(a[:, None, :2], b[:, :2])
    intersection = area(np.maximum(size, 0))
    union = area(a[:, 2:] - a[:, :2])[:, None] + area(b[:, 2:] - b[:, :2]) - intersection
    iou = np.divide(intersection, union, out=np.zeros_like(intersection), where=union > 0)
    return iou.astype(np.float32)


def area(size):
    return size[..., 0] * size[..., 1]
