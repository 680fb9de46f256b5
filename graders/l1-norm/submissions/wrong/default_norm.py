# diagnosis: l2-norm
import numpy as np


def l1_norm(x):
    return np.linalg.norm(x)
