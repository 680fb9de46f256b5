# diagnosis: padding-not-counted
# from: accepted/clipped_slices.py
# -             out[:, :, i, j] = window.sum(axis=(2, 3)) / (ksize * ksize)
# +             out[:, :, i, j] = window.mean(axis=(2, 3))
