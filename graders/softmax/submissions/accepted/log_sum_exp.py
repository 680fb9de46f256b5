# Row by row, by the logarithm of the sum.
import math

import numpy as np


def softmax(x):
    out = np.zeros_like(x)
    for n, row in enumerate(x.tolist()):
        best = max(row)
        log_sum = math.log(math.fsum(math.exp(v - best) for v in row))
        out[n] = [math.exp(v - best - log_sum) for v in row]
    return out
