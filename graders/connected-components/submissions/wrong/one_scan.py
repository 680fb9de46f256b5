# diagnosis: never-joined
import numpy as np


def connected_components(mask):
    h, w = mask.shape
    labels = np.zeros((h, w), dtype=np.int32)
    count = 0
    for y in range(h):
        for x in range(w):
            if mask[y, x] == 0:
                continue
            around = [labels[y, x - 1] if x > 0 else 0]
            if y > 0:
                around += labels[y - 1, max(0, x - 1) : x + 2].tolist()
            around = [label for label in around if label > 0]
            if around:
                labels[y, x] = min(around)
            else:
                count += 1
                labels[y, x] = count
    return labels
