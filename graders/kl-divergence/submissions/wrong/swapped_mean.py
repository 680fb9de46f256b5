# diagnosis: arguments-swapped+mean-over-outcomes
import math


def kl_divergence(p, q):
    s = 0.0
    for a, b in zip(q, p):
        if a == 0: continue
        if b == 0: return math.inf
        s += a * math.log(a / b)
    return s / len(p)
