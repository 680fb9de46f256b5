# diagnosis: fixed-divisor
# from: accepted/window_by_window.py
# -         out[i, j] = np.average(patch, weights=weights)
# +         out[i, j] = (patch * weights).sum() / space.sum()
