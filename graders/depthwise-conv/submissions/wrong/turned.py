# diagnosis: kernel-flipped
# from: accepted/window_views.py
# -     return np.einsum("nchwab,cab->nchw", windows, weight)
# +     return np.einsum("nchwab,cab->nchw", windows, weight[:, ::-1, ::-1])
