# verdict: runtime-error
import numpy as np


def connected_components(mask):
    labels = np.zeros(mask.shape, dtype=np.int32)

    def fill(y, x, label):
        if not (0 <= y < mask.shape[0] and 0 <= x < mask.shape[1]) or mask[y, x] == 0 or labels[y, x] != 0:
            return
        labels[y, x] = label
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                fill(y + dy, x + dx, label)

    count = 0
    for y, x in np.argwhere(mask != 0):
        if labels[y, x] == 0:
            count += 1
            fill(y, x, count)
    return labels
