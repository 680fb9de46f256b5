# diagnosis: groups-interleaved
# from: accepted/five_axes.py
# -     x = x.reshape(n, groups, c // groups, h, w)
# -     mean = x.mean(axis=(2, 3, 4), keepdims=True)
# -     var = x.var(axis=(2, 3, 4), keepdims=True)
# +     x = x.reshape(n, c // groups, groups, h, w)
# +     mean = x.mean(axis=(1, 3, 4), keepdims=True)
# +     var = x.var(axis=(1, 3, 4), keepdims=True)
