# diagnosis: constant-added
import numpy as np


def kl_divergence(p, q):
    with np.errstate(all='ignore'):
        return float(np.where(p > 0, p * np.log(p / (q + 1e-8)), 0).sum())
