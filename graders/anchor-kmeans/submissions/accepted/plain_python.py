from statistics import fmean


def anchor_kmeans(sizes, k, initial, iterations):
    boxes, centres = sizes.tolist(), initial.tolist()
    for _ in range(iterations):
        clusters = {}
        for box in boxes:
            best = max(range(k), key=lambda j: iou(box, centres[j]))
            clusters.setdefault(best, []).append(box)
        moved = list(centres)
        for j, members in clusters.items():
            moved[j] = [fmean(side) for side in zip(*members)]
        if moved == centres:
            break
        centres = moved
    return centres


def iou(a, b):
    inter = min(a[0], b[0]) * min(a[1], b[1])
    return inter / (a[0] * a[1] + b[0] * b[1] - inter)
