# diagnosis: one-pass-in-f32
# from: accepted/five_axes.py
# -     var = x.var(axis=(2, 3, 4), keepdims=True)
# +     var = (x * x).mean(axis=(2, 3, 4), keepdims=True) - mean * mean
