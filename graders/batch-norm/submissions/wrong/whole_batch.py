# diagnosis: statistics-over-channels-too
# from: accepted/keepdims.py
# -         mean = x.mean(axis=(0, 2, 3), keepdims=True)
# -         var = x.var(axis=(0, 2, 3), keepdims=True)
# -         m = x.shape[0] * x.shape[2] * x.shape[3]
# +         mean = x.mean()
# +         var = x.var()
# +         m = x.size
