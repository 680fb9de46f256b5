# One outcome after the other, exactly added up.
from math import fsum, inf, log


def kl_divergence(p, q):
    terms = []
    for x, y in zip(p.tolist(), q.tolist()):
        if x > 0:
            terms.append(x * (log(x) - log(y)) if y > 0 else inf)
    return fsum(terms)
