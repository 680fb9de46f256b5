# A heap of scores; what was chosen since a score was computed is made up for when it comes up.
import heapq
from math import exp


def soft_nms(boxes, scores, sigma, score_threshold):
    rows = boxes.tolist()
    heap = [(-score, i, 0) for i, score in enumerate(scores.tolist())]
    heapq.heapify(heap)
    index, kept = [], []
    while heap:
        negative, i, seen = heapq.heappop(heap)
        score = -negative
        if score < score_threshold:
            continue
        if seen == len(index):
            index.append(i)
            kept.append(score)
            continue
        for j in index[seen:]:
            score *= exp(-(iou(rows[i], rows[j]) ** 2) / sigma)
        heapq.heappush(heap, (-score, i, len(index)))
    return {"index": index, "score": kept}


def iou(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h)
