# diagnosis: constant-added
import numpy as np


def kl_divergence(p, q):
    m = p > 0
    return float(np.sum(p[m] * np.log(p[m] / (q[m] + 1e-12))))
