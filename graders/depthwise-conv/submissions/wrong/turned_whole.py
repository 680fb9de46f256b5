# diagnosis: kernel-flipped+kernels-in-reverse
# from: accepted/window_views.py
# -     return np.einsum("nchwab,cab->nchw", windows, weight)
# +     return np.einsum("nchwab,cab->nchw", windows, np.flip(weight))
