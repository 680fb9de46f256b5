# One row at a time with math alone.
import math

import numpy as np


def hard_attention(logits, gumbel, tau, hard):
    rows = []
    for row, noise in zip(logits.tolist(), gumbel.tolist()):
        sums = [logit + g for logit, g in zip(row, noise)]
        best = max(sums)
        if hard:
            winner = sums.index(best)
            rows.append([1.0 if s == winner else 0.0 for s in range(len(sums))])
        else:
            exps = [math.exp((x - best) / tau) for x in sums]
            total = math.fsum(exps)
            rows.append([x / total for x in exps])
    return np.array(rows, dtype=np.float32)
