import numpy as np


def yolov3_loss(pred, target, mask, ignore):
    """Sums over one output map: binary cross-entropy but for width and height; box and class where an anchor is responsible
    alone."""
    responsible = mask == 1
    counted = responsible | (ignore == 0)
    # One row for each responsible anchor.
    z = np.moveaxis(pred, 1, -1)[responsible].astype(np.float64)
    t = np.moveaxis(target, 1, -1)[responsible].astype(np.float64)
    box = cross_entropy(z[:, :2], t[:, :2]).sum() + np.sum((z[:, 2:4] - t[:, 2:4]) ** 2) / 2
    objectness = cross_entropy(pred[:, 4][counted].astype(np.float64), mask[counted]).sum()
    classes = cross_entropy(z[:, 5:], t[:, 5:]).sum()
    return {"box": box, "objectness": objectness, "class": classes, "total": box + objectness + classes}


def cross_entropy(logit, target):
    """Of the sigmoid of a logit, without the sigmoid: nothing overflows, and no logarithm is taken of 0."""
    return np.maximum(logit, 0) - logit * target + np.log1p(np.exp(-np.abs(logit)))
