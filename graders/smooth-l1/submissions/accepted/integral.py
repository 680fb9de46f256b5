# The loss as the integral of its slope, which is clipped to 1.
from math import fsum


def smooth_l1(pred, target, beta):
    terms = []
    for p, t in zip(pred.tolist(), target.tolist()):
        d = abs(p - t)
        slope = min(d / beta, 1.0) if beta else 1.0
        corner = slope * beta
        terms.append(slope * corner / 2 + (d - corner))
    return fsum(terms) / len(terms)
