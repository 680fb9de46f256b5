# diagnosis: stride-ignored
# from: accepted/window_views.py
# -     return windows[:, :, ::stride, ::stride].max(axis=(-2, -1))
# +     return windows.max(axis=(-2, -1))
