# diagnosis: huber
import numpy as np


def smooth_l1(pred, target, beta):
    d = np.abs(pred.astype(np.float64) - target.astype(np.float64))
    if beta == 0:
        return float(d.mean())
    return float(np.where(d <= beta, 0.5 * d**2, beta * (d - 0.5 * beta)).mean())
