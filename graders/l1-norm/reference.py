import numpy as np


def l1_norm(x):
    return np.abs(x).sum()
