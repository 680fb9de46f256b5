# diagnosis: none
# from: accepted/window_views.py
# as if a kernel had to sum to 1
# -     return np.einsum("nchwab,cab->nchw", windows, weight)
# +     total = np.abs(weight).sum(axis=(1, 2), keepdims=True)
# +     return np.einsum("nchwab,cab->nchw", windows, weight / np.where(total > 0, total, 1))
