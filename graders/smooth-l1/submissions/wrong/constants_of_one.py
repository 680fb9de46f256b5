# diagnosis: not-divided-by-beta+lowered-by-half
import numpy as np


def smooth_l1(pred, target, beta):
    d = np.abs(pred - target)
    return np.mean(np.where(d < beta, 0.5 * d * d, d - 0.5), dtype=np.float64)
