# diagnosis: l1-norm
import numpy as np


def l2_norm(x):
    return np.abs(x).sum()
