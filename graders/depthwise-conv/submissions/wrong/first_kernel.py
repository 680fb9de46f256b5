# diagnosis: first-kernel-for-all
# from: accepted/window_views.py
# -     return np.einsum("nchwab,cab->nchw", windows, weight)
# +     return np.einsum("nchwab,ab->nchw", windows, weight[0])
