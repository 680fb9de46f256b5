# diagnosis: mean-over-those-of-p
import numpy as np


def kl_divergence(p, q):
    m = p > 0
    with np.errstate(divide='ignore'):
        return float(np.mean(p[m] * np.log(p[m] / q[m])))
