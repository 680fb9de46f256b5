# diagnosis: none
import numpy as np


def kl_divergence(p, q):
    s = np.float32(0)
    for a, b in zip(p.astype(np.float32), q.astype(np.float32)):
        if a == 0: continue
        if b == 0: return float('inf')
        s += a * np.log(a / b)
    return float(s)
