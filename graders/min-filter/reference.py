import numpy as np


def min_filter(image, ksize):
    """Smallest value of the ksize x ksize window around each pixel; pixels beyond the border repeat the nearest one.

    Down the columns, then along the rows; van Herk 1992 and Gil and Werman 1993, one block of ksize windows at a time.
    """
    padded = np.pad(image, ksize // 2, mode="edge")
    down = window_minima(padded, ksize)
    return window_minima(down.T.copy(), ksize).T.copy()


def window_minima(lines, ksize):
    """Minima of ksize neighbours along the first axis, all lines at once."""
    minima = lines[: len(lines) - ksize + 1].copy()
    for start in range(0, len(minima), ksize):
        end = start + ksize
        to_end = lines[end - 1].copy()
        for at in range(end - 1, start - 1, -1):
            np.minimum(to_end, lines[at], out=to_end)
            if at < len(minima):
                minima[at] = to_end
        # The next block from its start on: what these windows hold beyond their own.
        beyond = np.full_like(to_end, 255)
        for at in range(start + 1, min(end, len(minima))):
            np.minimum(beyond, lines[at + ksize - 1], out=beyond)
            np.minimum(minima[at], beyond, out=minima[at])
    return minima
