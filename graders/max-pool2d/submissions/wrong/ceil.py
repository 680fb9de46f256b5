# diagnosis: size-rounded-up
# from: accepted/clipped_slices.py
# - import numpy as np
# + import math
# +
# + import numpy as np
# -     h = (height + 2 * padding - ksize) // stride + 1
# -     w = (width + 2 * padding - ksize) // stride + 1
# +     h = math.ceil((height + 2 * padding - ksize) / stride) + 1
# +     w = math.ceil((width + 2 * padding - ksize) / stride) + 1
# -             out[:, :, i, j] = window.max(axis=(2, 3))
# +             out[:, :, i, j] = window.max(axis=(2, 3), initial=-np.inf)
