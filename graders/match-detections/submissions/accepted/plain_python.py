# Lists, and a dictionary of the objects that are left.
def match_detections(boxes, scores, truths, threshold):
    left = dict(enumerate(truths.tolist()))
    flags = [0] * len(scores)
    for i in sorted(range(len(scores)), key=lambda i: -scores[i]):
        candidates = [(iou(boxes[i].tolist(), box), g) for g, box in left.items()]
        overlap, best = max(candidates, default=(0.0, -1))
        if overlap >= threshold:
            del left[best]
            flags[i] = 1
    return flags


def iou(a, b):
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)
