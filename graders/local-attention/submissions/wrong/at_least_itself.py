# diagnosis: window-ends-early
import numpy as np


def local_attention(q, k, v, radius):
    T, D = q.shape
    out = np.zeros((T, v.shape[1]), np.float32)
    for t in range(T):
        a, b = max(0, t - radius), max(t + 1, min(T, t + radius))
        s = k[a:b].astype(np.float64) @ q[t] / np.sqrt(D)
        w = np.exp(s - s.max())
        out[t] = w @ v[a:b] / w.sum()
    return out
