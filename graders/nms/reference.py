import numpy as np


def nms(boxes, scores, threshold):
    """Greedy non-maximum suppression of boxes x1 y1 x2 y2, as torchvision.ops.nms: indices kept, by falling score (ties by
    index). Boxes that overlap the best remaining one by an IoU above the threshold go, and then the next best is taken."""
    x1, y1, x2, y2 = np.ascontiguousarray(boxes.T)
    area = (x2 - x1) * (y2 - y1)
    rest = np.argsort(-scores, kind="stable")
    kept = []
    while rest.size:
        best, rest = rest[0], rest[1:]
        kept.append(best)
        width = np.minimum(x2[best], x2[rest]) - np.maximum(x1[best], x1[rest])
        height = np.minimum(y2[best], y2[rest]) - np.maximum(y1[best], y1[rest])
        intersection = np.maximum(width, 0) * np.maximum(height, 0)
        # Not divided: two boxes without area would give 0 / 0.
        rest = rest[intersection <= threshold * (area[best] + area[rest] - intersection)]
    return np.array(kept, dtype=np.int32)
