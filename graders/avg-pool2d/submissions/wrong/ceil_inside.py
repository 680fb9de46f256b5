# diagnosis: size-rounded-up+padding-not-counted
# from: accepted/clipped_slices.py
# -     h = (height + 2 * padding - ksize) // stride + 1
# -     w = (width + 2 * padding - ksize) // stride + 1
# +     h = -(-(height + 2 * padding - ksize) // stride) + 1
# +     w = -(-(width + 2 * padding - ksize) // stride) + 1
# -             out[:, :, i, j] = window.sum(axis=(2, 3)) / (ksize * ksize)
# +             out[:, :, i, j] = window.mean(axis=(2, 3))
