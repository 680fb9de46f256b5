# diagnosis: count-of-non-zeros
import numpy as np


def l1_norm(x):
    return float(np.count_nonzero(x))
