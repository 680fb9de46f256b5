# 255 minus the largest of 255 minus the image; van Herk / Gil-Werman with one row of every block at a time.
import numpy as np


def largest(rows, k):
    count = len(rows) - k + 1
    blocks = -(-len(rows) // k)
    head = np.zeros((blocks * k,) + rows.shape[1:], dtype=np.uint8)
    head[: len(rows)] = rows
    head = head.reshape(blocks, k, -1)
    tail = head.copy()
    for j in range(1, k):
        np.maximum(head[:, j], head[:, j - 1], out=head[:, j])
        np.maximum(tail[:, -1 - j], tail[:, -j], out=tail[:, -1 - j])
    width = rows.shape[1]
    return np.maximum(tail.reshape(-1, width)[:count], head.reshape(-1, width)[k - 1 : k - 1 + count])


def min_filter(image, ksize):
    dark = np.pad(255 - image, ksize // 2, mode="edge")
    down = largest(dark, ksize)
    return 255 - largest(np.ascontiguousarray(down.T), ksize).T
