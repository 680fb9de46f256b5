# diagnosis: constant-added
import numpy as np


def kl_divergence(p, q, eps=1e-10):
    return float(np.sum(p * np.log((p + eps) / (q + eps))))
