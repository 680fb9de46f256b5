from math import atan2, dist, hypot, pi


def ciou(a, b):
    return [of_pair(*pair) for pair in zip(a.tolist(), b.tolist())]


def of_pair(p, q):
    x1, y1, x2, y2 = p
    u1, v1, u2, v2 = q
    inter = max(0.0, min(x2, u2) - max(x1, u1)) * max(0.0, min(y2, v2) - max(y1, v1))
    iou = inter / ((x2 - x1) * (y2 - y1) + (u2 - u1) * (v2 - v1) - inter)
    centres = dist(((x1 + x2) / 2, (y1 + y2) / 2), ((u1 + u2) / 2, (v1 + v2) / 2))
    diagonal = hypot(max(x2, u2) - min(x1, u1), max(y2, v2) - min(y1, v1))
    value = iou - (centres / diagonal) ** 2
    v = (2 / pi * (atan2(x2 - x1, y2 - y1) - atan2(u2 - u1, v2 - v1))) ** 2
    if v > 0:
        value -= v * v / (1 - iou + v)
    return value
