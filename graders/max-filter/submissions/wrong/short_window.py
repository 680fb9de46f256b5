# diagnosis: window-one-short
import numpy as np


def max_filter(image, ksize):
    h, w = image.shape
    padded = np.pad(image, ksize // 2, mode="edge")
    rows = padded[:, :w].copy()
    for j in range(1, ksize - 1):
        np.maximum(rows, padded[:, j : j + w], out=rows)
    out = rows[:h].copy()
    for i in range(1, ksize - 1):
        np.maximum(out, rows[i : i + h], out=out)
    return out
