# diagnosis: none
import numpy as np


def nms(boxes, scores, threshold):
    # suppresses by the distance of the centres instead of the overlap
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    size = np.sqrt(np.prod(boxes[:, 2:] - boxes[:, :2], axis=1))
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if all(np.hypot(*(centres[i] - centres[k])) > (1 - threshold) * size[k] for k in kept):
            kept.append(i)
    return np.array(kept, dtype=np.int32)
