# diagnosis: one-pass-in-f32
# from: accepted/keepdims.py
# -         var = x.var(axis=(0, 2, 3), keepdims=True)
# +         var = (x * x).mean(axis=(0, 2, 3), keepdims=True) - mean * mean
