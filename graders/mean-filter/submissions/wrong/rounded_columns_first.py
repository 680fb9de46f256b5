# diagnosis: rounded-twice-columns-first
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def mean_filter(image, ksize):
    padded = np.pad(image.astype(np.float64), ksize // 2, mode="reflect")
    columns = sliding_window_view(padded, ksize, axis=0).mean(axis=-1).round()
    return sliding_window_view(columns, ksize, axis=1).mean(axis=-1).round().astype(np.uint8)
