# No array at all, and the exact sum of squares.
import math


def clip_by_global_norm(grads, sizes, limit):
    values = grads.tolist()
    norm = math.sqrt(math.fsum(x * x for x in values))
    if norm <= limit:
        return {"grads": values, "norm": norm}
    return {"grads": [limit * (x / norm) for x in values], "norm": norm}
