# Both pieces for all errors in float32, and a choice between them.
import numpy as np


def smooth_l1(pred, target, beta):
    beta = np.float32(beta)
    d = np.abs(pred - target)
    if beta == 0:
        return float(d.mean())
    half = np.float32(0.5)
    return float(np.where(d < beta, half * d * d / beta, d - half * beta).mean())
