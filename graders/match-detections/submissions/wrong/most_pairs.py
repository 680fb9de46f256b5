# diagnosis: none
# As many pairs as can be (augmenting paths), whatever the scores.
def match_detections(boxes, scores, truths, threshold):
    found, objects = boxes.tolist(), truths.tolist()
    near = [[g for g, box in enumerate(objects) if iou(one, box) >= threshold] for one in found]
    owner = {}

    def assign(d, seen):
        for g in near[d]:
            if g not in seen:
                seen.add(g)
                if g not in owner or assign(owner[g], seen):
                    owner[g] = d
                    return True
        return False

    for d in sorted(range(len(found)), key=lambda d: -scores[d]):
        assign(d, set())
    return [int(d in owner.values()) for d in range(len(found))]


def iou(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)
