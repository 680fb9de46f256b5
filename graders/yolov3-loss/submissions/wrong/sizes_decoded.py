# diagnosis: wh-both-exponential
# from: accepted/selected.py
# -     box = bce(p[obj, :2], t[obj, :2]).sum() + np.square(p[obj, 2:4] - t[obj, 2:4]).sum() / 2
# +     sizes = np.exp(p[obj, 2:4]) - np.exp(t[obj, 2:4])
# +     box = bce(p[obj, :2], t[obj, :2]).sum() + np.square(sizes).sum() / 2
