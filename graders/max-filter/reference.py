import numpy as np


def max_filter(image, ksize):
    """Largest value of the ksize x ksize window around each pixel; pixels beyond the border repeat the nearest one.

    Columns, then rows, each as van Herk 1992 and Gil and Werman 1993: two tables of running maxima, within blocks of ksize.
    """
    padded = np.pad(image, ksize // 2, mode="edge")
    down = window_maxima(padded, ksize)
    return np.ascontiguousarray(window_maxima(np.ascontiguousarray(down.T), ksize).T)


def window_maxima(lines, ksize):
    """Maxima of ksize neighbours along the first axis, all lines at once."""
    from_start, to_end = lines.copy(), lines.copy()
    for at in range(1, len(lines)):
        if at % ksize:
            np.maximum(from_start[at - 1], lines[at], out=from_start[at])
    for at in range(len(lines) - 2, -1, -1):
        if (at + 1) % ksize:
            np.maximum(to_end[at + 1], lines[at], out=to_end[at])
    # A window crosses at most one end of a block.
    return np.maximum(to_end[: len(lines) - ksize + 1], from_start[ksize - 1 :])
