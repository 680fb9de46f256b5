# A stack of pixels within a frame of background, in plain Python lists.
import numpy as np


def connected_components(mask):
    h, w = mask.shape
    stride = w + 2
    todo = np.pad(mask != 0, 1).ravel().tolist()
    labels = [0] * len(todo)
    steps = (-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1)
    label = 0
    for first in np.flatnonzero(todo).tolist():
        if not todo[first]:
            continue
        label += 1
        stack = [first]
        todo[first] = False
        while stack:
            at = stack.pop()
            labels[at] = label
            for step in steps:
                if todo[at + step]:
                    todo[at + step] = False
                    stack.append(at + step)
    return np.array(labels, dtype=np.int32).reshape(h + 2, stride)[1:-1, 1:-1]
