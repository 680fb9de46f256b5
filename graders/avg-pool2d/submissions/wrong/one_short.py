# diagnosis: size-one-short
# from: accepted/clipped_slices.py
# -     h = (height + 2 * padding - ksize) // stride + 1
# -     w = (width + 2 * padding - ksize) // stride + 1
# +     h = (height + 2 * padding - ksize) // stride
# +     w = (width + 2 * padding - ksize) // stride
