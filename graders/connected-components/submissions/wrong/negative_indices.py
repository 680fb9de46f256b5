# diagnosis: negative-indices
import numpy as np


def connected_components(mask):
    labels = np.zeros(mask.shape, dtype=np.int32)
    count = 0
    for start in np.argwhere(mask).tolist():
        if labels[tuple(start)]:
            continue
        count += 1
        stack = [start]
        while stack:
            row, column = stack.pop()
            try:
                if not mask[row, column] or labels[row, column]:
                    continue
            except IndexError:
                continue
            # a pixel before the first is the last one
            labels[row, column] = count
            height, width = mask.shape
            row, column = row % height, column % width
            stack += [(row + dy, column + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
    return labels
