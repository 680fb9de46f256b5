# diagnosis: sorted-once
import numpy as np


def soft_nms(boxes, scores, sigma, score_threshold):
    order = np.argsort(-scores, kind="stable")
    current = scores.astype(np.float64)
    index, kept = [], []
    for rank, i in enumerate(order):
        if current[i] < score_threshold:
            continue
        index.append(i)
        kept.append(current[i])
        for j in order[rank + 1 :]:
            w = max(0, min(boxes[i, 2], boxes[j, 2]) - max(boxes[i, 0], boxes[j, 0]))
            h = max(0, min(boxes[i, 3], boxes[j, 3]) - max(boxes[i, 1], boxes[j, 1]))
            if w * h > 0:
                area = np.prod(boxes[i, 2:] - boxes[i, :2]) + np.prod(boxes[j, 2:] - boxes[j, :2]) - w * h
                current[j] *= np.exp(-((w * h / area) ** 2) / sigma)
    return {"index": np.array(index, dtype=np.int32), "score": np.array(kept, dtype=np.float32)}
