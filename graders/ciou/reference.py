import numpy as np


def ciou(a, b):
    """Complete IoU of the boxes of each row: less the distance of their centres, and less how far their shapes differ."""
    a, b = a.astype(np.float64), b.astype(np.float64)
    (aw, ah), (bw, bh) = (a[:, 2:] - a[:, :2]).T, (b[:, 2:] - b[:, :2]).T
    size = np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2])
    shared = np.maximum(size, 0).prod(axis=1)
    iou = shared / (aw * ah + bw * bh - shared)
    apart = (((a[:, :2] + a[:, 2:] - b[:, :2] - b[:, 2:]) / 2) ** 2).sum(axis=1)
    diagonal = ((np.maximum(a[:, 2:], b[:, 2:]) - np.minimum(a[:, :2], b[:, :2])) ** 2).sum(axis=1)
    v = 4 / np.pi**2 * (np.arctan(aw / ah) - np.arctan(bw / bh)) ** 2
    alpha = np.divide(v, 1 - iou + v, out=np.zeros_like(v), where=v > 0)
    return (iou - apart / diagonal - alpha * v).astype(np.float32)
