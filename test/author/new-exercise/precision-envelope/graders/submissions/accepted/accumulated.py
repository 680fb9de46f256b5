import numpy as np


def precision_envelope(precision):
    return np.maximum.accumulate(precision[::-1])[::-1]
