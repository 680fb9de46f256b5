# diagnosis: ties-reversed+unstable-sort+plus-one
import numpy as np


def nms(boxes, scores, threshold):
    # pixel indices, and equal scores in whatever order the sort leaves them
    left, top, right, bottom = boxes.T
    area = (right - left + 1) * (bottom - top + 1)
    kept, rest = [], scores.argsort()[::-1]
    while rest.size:
        best, rest = rest[0], rest[1:]
        kept.append(best)
        width = np.clip(np.minimum(right[best], right[rest]) - np.maximum(left[best], left[rest]) + 1, 0, None)
        height = np.clip(np.minimum(bottom[best], bottom[rest]) - np.maximum(top[best], top[rest]) + 1, 0, None)
        shared = width * height
        rest = rest[shared <= threshold * (area[best] + area[rest] - shared)]
    return np.array(kept, dtype=np.int32)
