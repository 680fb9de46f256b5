# diagnosis: never-negative+rounded-to-4
import numpy as np


def clip_by_value(grad, limit):
    return np.clip(grad.astype(float), 0, limit).round(4)
