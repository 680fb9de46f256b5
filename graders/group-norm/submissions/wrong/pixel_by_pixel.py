# diagnosis: each-pixel-by-itself+eps-outside-root
# from: accepted/five_axes.py
# -     mean = x.mean(axis=(2, 3, 4), keepdims=True)
# -     var = x.var(axis=(2, 3, 4), keepdims=True)
# -     x = ((x - mean) / np.sqrt(var + eps)).reshape(n, c, h, w)
# +     mean = x.mean(axis=2, keepdims=True)
# +     std = x.std(axis=2, keepdims=True)
# +     x = ((x - mean) / (std + eps)).reshape(n, c, h, w)
