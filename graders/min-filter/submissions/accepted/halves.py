# The minima of n neighbours are those of the first half and of the second half: as deep as the logarithm of ksize.
import numpy as np


def of_neighbours(rows, count):
    if count == 1:
        return rows
    half = (count + 1) // 2
    minima = of_neighbours(rows, half)
    rest = count - half
    return np.minimum(minima[: len(minima) - rest], minima[rest:])


def min_filter(image, ksize):
    r = ksize // 2
    padded = np.pad(image, r, constant_values=255)
    return of_neighbours(of_neighbours(padded, ksize).T, ksize).T
