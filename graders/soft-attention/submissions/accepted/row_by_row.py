# One query at a time, over its visible keys alone.
import numpy as np


def soft_attention(q, k, v, mask):
    out = np.zeros((len(q), v.shape[1]), dtype=np.float32)
    for t, query in enumerate(q):
        seen = mask[t].astype(bool)
        if not seen.any():
            continue
        scores = k[seen] @ query / np.sqrt(len(query))
        weights = np.exp(scores - scores.max())
        out[t] = weights @ v[seen] / weights.sum()
    return out
