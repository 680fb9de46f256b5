# All factors beforehand; a row of them is multiplied in each round.
import numpy as np


def soft_nms(boxes, scores, sigma, score_threshold):
    x1, y1, x2, y2 = boxes.astype(np.float64).T
    w = (np.minimum.outer(x2, x2) - np.maximum.outer(x1, x1)).clip(0)
    h = (np.minimum.outer(y2, y2) - np.maximum.outer(y1, y1)).clip(0)
    area = (x2 - x1) * (y2 - y1)
    union = np.add.outer(area, area) - w * h
    factors = np.exp(-np.square(w * h / np.where(union > 0, union, 1)) / sigma)
    current = scores.astype(np.float64)
    index, kept = [], []
    while len(current) and current.max() >= score_threshold:
        best = int(current.argmax())
        index.append(best)
        kept.append(current[best])
        current *= factors[best]
        current[best] = -1
    return {"index": np.array(index, dtype=np.int32), "score": np.array(kept, dtype=np.float32)}
