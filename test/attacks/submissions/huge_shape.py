# verdict: memory-limit
import numpy


def mean_filter(image, ksize):
    return numpy.lib.stride_tricks.as_strided(image, (10**6, 10**6), (0, 0))
