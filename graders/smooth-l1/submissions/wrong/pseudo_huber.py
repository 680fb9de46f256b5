# diagnosis: none
import numpy as np


def smooth_l1(pred, target, beta):
    d = np.abs(pred.astype(float) - target)
    return np.mean(np.sqrt(beta**2 + d**2) - beta)
