# diagnosis: groups-across-samples
# from: accepted/five_axes.py
# -     mean = x.mean(axis=(2, 3, 4), keepdims=True)
# -     var = x.var(axis=(2, 3, 4), keepdims=True)
# +     mean = x.mean(axis=(0, 2, 3, 4), keepdims=True)
# +     var = x.var(axis=(0, 2, 3, 4), keepdims=True)
