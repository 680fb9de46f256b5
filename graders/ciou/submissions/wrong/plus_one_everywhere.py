# diagnosis: plus-one
# from: reference.py
# -     (aw, ah), (bw, bh) = (a[:, 2:] - a[:, :2]).T, (b[:, 2:] - b[:, :2]).T
# -     size = np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2])
# +     (aw, ah), (bw, bh) = (a[:, 2:] - a[:, :2] + 1).T, (b[:, 2:] - b[:, :2] + 1).T
# +     size = np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2]) + 1
# -     diagonal = ((np.maximum(a[:, 2:], b[:, 2:]) - np.minimum(a[:, :2], b[:, :2])) ** 2).sum(axis=1)
# +     diagonal = ((np.maximum(a[:, 2:], b[:, 2:]) - np.minimum(a[:, :2], b[:, :2]) + 1) ** 2).sum(axis=1)
