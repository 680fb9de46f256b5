# diagnosis: padded-with-zeros
# from: accepted/window_views.py
# -     padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2], constant_values=float("-inf"))
# +     padded = np.pad(x, [(0, 0), (0, 0), (padding,) * 2, (padding,) * 2])
