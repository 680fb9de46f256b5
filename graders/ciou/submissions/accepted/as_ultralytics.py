# Columns, as YOLOv5 computes it, in double precision.
import numpy as np


def ciou(a, b, eps=1e-7):
    b1_x1, b1_y1, b1_x2, b1_y2 = a.astype(float).T
    b2_x1, b2_y1, b2_x2, b2_y2 = b.astype(float).T
    w1, h1 = b1_x2 - b1_x1, b1_y2 - b1_y1
    w2, h2 = b2_x2 - b2_x1, b2_y2 - b2_y1
    inter = (np.minimum(b1_x2, b2_x2) - np.maximum(b1_x1, b2_x1)).clip(0) * (
        np.minimum(b1_y2, b2_y2) - np.maximum(b1_y1, b2_y1)
    ).clip(0)
    iou = inter / (w1 * h1 + w2 * h2 - inter + eps)
    cw = np.maximum(b1_x2, b2_x2) - np.minimum(b1_x1, b2_x1)
    ch = np.maximum(b1_y2, b2_y2) - np.minimum(b1_y1, b2_y1)
    rho2 = ((b2_x1 + b2_x2 - b1_x1 - b1_x2) ** 2 + (b2_y1 + b2_y2 - b1_y1 - b1_y2) ** 2) / 4
    v = (4 / np.pi**2) * (np.arctan(w2 / h2) - np.arctan(w1 / h1)) ** 2
    alpha = v / (v - iou + (1 + eps))
    return (iou - (rho2 / (cw**2 + ch**2 + eps) + v * alpha)).astype(np.float32)
