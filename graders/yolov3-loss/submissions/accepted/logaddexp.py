# Whole maps, weighted by the masks; log(1 + e^z) from numpy.
import numpy as np


def yolov3_loss(pred, target, mask, ignore):
    pred, target = pred.astype(np.float64), target.astype(np.float64)

    def bce(z, t):
        return np.logaddexp(0, z) - z * t

    obj = mask.astype(np.float64)
    noobj = (1 - obj) * (1 - ignore)
    box = np.sum(obj[:, None] * bce(pred[:, 0:2], target[:, 0:2]))
    box += 0.5 * np.sum(obj[:, None] * np.square(pred[:, 2:4] - target[:, 2:4]))
    conf = np.sum((obj + noobj) * bce(pred[:, 4], obj))
    cls = np.sum(obj[:, None] * bce(pred[:, 5:], target[:, 5:]))
    return {"box": box, "objectness": conf, "class": cls, "total": box + conf + cls}
