# diagnosis: ratio-inverted
import math


def kl_divergence(p, q):
    s = 0.0
    for a, b in zip(p, q):
        if a == 0: continue
        if b == 0: return math.inf
        s += a * math.log(b / a)
    return s
