# Plain Python, one anchor of one cell at a time.
from itertools import product
from math import exp, log1p


def yolov3_loss(pred, target, mask, ignore):
    anchors, _, height, width = pred.shape
    box = objectness = classes = 0.0
    for a, y, x in product(range(anchors), range(height), range(width)):
        z = pred[a, :, y, x].tolist()
        t = target[a, :, y, x].tolist()
        if mask[a, y, x]:
            box += bce(z[0], t[0]) + bce(z[1], t[1]) + ((z[2] - t[2]) ** 2 + (z[3] - t[3]) ** 2) / 2
            objectness += bce(z[4], 1.0)
            classes += sum(bce(one, wanted) for one, wanted in zip(z[5:], t[5:]))
        elif not ignore[a, y, x]:
            objectness += bce(z[4], 0.0)
    return {"box": box, "objectness": objectness, "class": classes, "total": box + objectness + classes}


def bce(z, t):
    return (z if z > 0 else 0.0) - z * t + log1p(exp(-abs(z)))
