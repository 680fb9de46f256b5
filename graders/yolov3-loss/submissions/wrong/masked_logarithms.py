# diagnosis: log-of-sigmoid
import numpy as np


def entropy(z, t):
    p = 1 / (1 + np.exp(-z))
    return -t * np.log(p) - (1 - t) * np.log(1 - p)


def yolov3_loss(pred, target, mask, ignore):
    responsible = mask[:, None]
    empty = (1 - mask) * (1 - ignore)
    xy = entropy(pred[:, :2], target[:, :2])
    wh = 0.5 * (pred[:, 2:4] - target[:, 2:4]) ** 2
    box = (responsible * xy).sum() + (responsible * wh).sum()
    objectness = (mask * entropy(pred[:, 4], 1) + empty * entropy(pred[:, 4], 0)).sum()
    classes = (responsible * entropy(pred[:, 5:], target[:, 5:])).sum()
    return {"box": box, "objectness": objectness, "class": classes, "total": box + objectness + classes}
