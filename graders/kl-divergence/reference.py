import numpy as np


def kl_divergence(p, q):
    """As scipy.special.rel_entr, summed: 0 log 0 is 0, and what q rules out makes it infinite."""
    possible = p > 0
    with np.errstate(divide="ignore"):
        return np.sum(p[possible] * np.log(p[possible] / q[possible]))
