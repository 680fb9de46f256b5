# diagnosis: squares-not-scaled
import numpy as np


def l2_norm(x):
    return float(np.linalg.norm(x))
