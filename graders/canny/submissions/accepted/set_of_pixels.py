# Linking over a set of weak pixels, in pairs of row and column.
# from: reference.py
# -     stride = weak.shape[1]
# -     steps = (-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1)
# -     left = weak.ravel() & ~strong.ravel()
# -     waiting = bytearray(left.tobytes())
# -     edges = np.flatnonzero(strong).tolist()
# -     for at in edges:
# -         for step in steps:
# -             if waiting[at + step]:
# -                 waiting[at + step] = 0
# -                 edges.append(at + step)
# -     out = np.zeros(weak.size, np.uint8)
# -     out[edges] = 255
# -     return np.ascontiguousarray(out.reshape(weak.shape)[1:-1, 1:-1])
# +     waiting = set(zip(*(axis.tolist() for axis in np.nonzero(weak & ~strong))))
# +     newest = list(zip(*(axis.tolist() for axis in np.nonzero(strong))))
# +     out = strong.copy()
# +     while newest:
# +         y, x = newest.pop()
# +         for near in [(y - 1, x - 1), (y - 1, x), (y - 1, x + 1), (y, x - 1), (y, x + 1), (y + 1, x - 1), (y + 1, x), (y + 1, x + 1)]:
# +             if near in waiting:
# +                 waiting.remove(near)
# +                 out[near] = True
# +                 newest.append(near)
# +     return np.where(out, 255, 0)[1:-1, 1:-1]
