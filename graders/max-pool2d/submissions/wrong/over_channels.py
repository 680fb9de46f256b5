# diagnosis: across-channels
# from: accepted/clipped_slices.py
# -             out[:, :, i, j] = window.max(axis=(2, 3))
# +             out[:, :, i, j] = window.max(axis=(1, 2, 3))[:, None]
