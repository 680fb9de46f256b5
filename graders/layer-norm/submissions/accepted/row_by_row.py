# Row by row without numpy's help.
import math

import numpy as np


def layer_norm(x, gamma, beta, eps):
    out = np.empty_like(x)
    for n, row in enumerate(x.tolist()):
        mean = math.fsum(row) / len(row)
        var = math.fsum((v - mean) ** 2 for v in row) / len(row)
        out[n] = [g * (v - mean) / math.sqrt(var + eps) + b for v, g, b in zip(row, gamma.tolist(), beta.tolist())]
    return out
