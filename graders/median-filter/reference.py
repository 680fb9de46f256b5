import numpy as np


def median_filter(image, ksize):
    """Median of the ksize x ksize window around each pixel; pixels beyond the border repeat the nearest one.

    Threshold decomposition (Fitch, Coyle and Gallagher, "Median filtering by threshold decomposition", 1984): the median exceeds
    a level exactly when more than half of the window does, so the median is the number of levels that it exceeds. Each level is
    one count in boxes, along the rows of the columns' counts.
    """
    padded = np.pad(image, ksize // 2, mode="edge")
    lowest, highest = int(image.min()), int(image.max())
    median = np.full(image.shape, lowest, np.uint8)
    in_column, in_window = (np.uint8, np.uint16) if ksize < 256 else (np.uint32, np.uint32)
    for level in range(lowest, highest):
        columns = window_sums((padded > level).astype(in_column), ksize, axis=0)
        median += window_sums(columns.astype(in_window), ksize, axis=1) > ksize * ksize // 2
    return median


def window_sums(array, count, axis):
    """Sums of `count` neighbours, put together from those of 1, 2, 4 ... of them: a few additions, however many they are."""
    length = array.shape[axis] - count + 1
    sums, start, width = 0, 0, 1
    while True:
        if count & width:
            sums = sums + part_of(array, start, length, axis)
            start += width
        if start == count:
            return sums
        rest = array.shape[axis] - width
        array = part_of(array, 0, rest, axis) + part_of(array, width, rest, axis)
        width *= 2


def part_of(array, start, length, axis):
    return array[start : start + length] if axis == 0 else array[:, start : start + length]
