# diagnosis: maximum-instead-of-mean
# from: accepted/window_views.py
# -     return windows[:, :, ::stride, ::stride].mean(axis=(-2, -1))
# +     return windows[:, :, ::stride, ::stride].max(axis=(-2, -1))
