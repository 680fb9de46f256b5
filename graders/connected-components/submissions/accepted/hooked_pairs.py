# Every pair of neighbours is an edge; all edges hook the larger root to the smaller at once, until nothing changes.
import numpy as np


def connected_components(mask):
    h, w = mask.shape
    on = mask != 0
    index = np.arange(h * w).reshape(h, w)
    pairs = []
    for dy, dx in ((0, 1), (1, -1), (1, 0), (1, 1)):
        a = np.s_[: h - dy, max(0, -dx) : w - max(0, dx)]
        b = np.s_[dy:, max(0, dx) : w + min(0, dx)]
        both = on[a] & on[b]
        pairs.append(np.stack([index[a][both], index[b][both]]))
    one, other = np.concatenate(pairs, axis=1)
    root = np.arange(h * w)
    while True:
        left, right = root[one], root[other]
        apart = left != right
        if not apart.any():
            break
        low, high = np.minimum(left, right)[apart], np.maximum(left, right)[apart]
        np.minimum.at(root, high, low)
        while (root != root[root]).any():
            root = root[root]
    roots, labels = np.unique(root[on.ravel()], return_inverse=True)
    out = np.zeros(h * w, dtype=np.int32)
    out[on.ravel()] = labels + 1
    return out.reshape(h, w)
