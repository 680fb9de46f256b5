import numpy as np


def box_iou(a, b):
    table = np.zeros((len(a), len(b)), dtype=np.float32)
    for i, (x1, y1, x2, y2) in enumerate(a.tolist()):
        for j, (u1, v1, u2, v2) in enumerate(b.tolist()):
            left, right, top, bottom = max(x1, u1), min(x2, u2), max(y1, v1), min(y2, v2)
            if left < right and top < bottom:
                common = (right - left) * (bottom - top)
                table[i, j] = common / ((x2 - x1) * (y2 - y1) + (u2 - u1) * (v2 - v1) - common)
    return table
