import numpy as np


def median_filter(image, ksize):
    """Median of the ksize x ksize window around each pixel; pixels beyond the border repeat the nearest one.

    Threshold decomposition: the median exceeds a level exactly when more than half of the window does, so the median is
    the number of levels that it exceeds. Each level is one box count, whose cost does not depend on ksize.
    """
    padded = np.pad(image, ksize // 2, mode="edge")
    count = box_counter(padded.shape, ksize)
    lowest, highest = int(image.min()), int(image.max())
    median = np.full(image.shape, lowest, np.uint8)
    for level in range(lowest, highest):
        median += count(padded > level) > ksize * ksize // 2
    return median


def box_counter(shape, ksize):
    """Counts what is set in each ksize x ksize window of a mask: running sums down the columns, then along the rows.

    The buffers are shared by all calls, for new ones would cost more than the sums.
    """
    height, width = shape
    down = np.zeros((height + 1, width), np.int32)
    along = np.zeros((height - ksize + 1, width + 1), np.int32)
    rows = np.empty((height - ksize + 1, width), np.int32)
    windows = np.empty((height - ksize + 1, width - ksize + 1), np.int32)

    def count(mask):
        np.cumsum(mask, axis=0, out=down[1:])
        np.subtract(down[ksize:], down[:-ksize], out=rows)
        np.cumsum(rows, axis=1, out=along[:, 1:])
        return np.subtract(along[:, ksize:], along[:, :-ksize], out=windows)

    return count
