# The anchors that count, selected by masks, channels last.
import numpy as np


def yolov3_loss(pred, target, mask, ignore):
    def bce(z, t):
        return np.maximum(z, 0) - z * t + np.log1p(np.exp(-np.abs(z)))

    p, t = (np.moveaxis(part.astype(np.float64), 1, -1) for part in (pred, target))
    obj = mask == 1
    noobj = ~obj & (ignore == 0)
    box = bce(p[obj, :2], t[obj, :2]).sum() + np.square(p[obj, 2:4] - t[obj, 2:4]).sum() / 2
    objectness = bce(p[obj, 4], 1).sum() + bce(p[noobj, 4], 0).sum()
    classes = bce(p[obj, 5:], t[obj, 5:]).sum()
    return {"box": box, "objectness": objectness, "class": classes, "total": box + objectness + classes}
