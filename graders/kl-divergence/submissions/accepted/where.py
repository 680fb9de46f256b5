# Whole arrays; what p does not have is replaced before the logarithm.
import numpy as np


def kl_divergence(p, q):
    if np.any((q == 0) & (p > 0)):
        return np.inf
    ratio = np.where(p > 0, p, 1) / np.where(p > 0, q, 1)
    return p @ np.log(ratio)
