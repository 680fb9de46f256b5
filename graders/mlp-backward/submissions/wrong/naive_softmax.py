# diagnosis: maximum-not-subtracted+log-of-softmax
import numpy as np


def mlp_backward(x, y, w1, b1, w2, b2):
    x, w1, b1, w2, b2 = (a.astype(np.float64) for a in (x, w1, b1, w2, b2))
    n = len(y)
    hidden = x @ w1 + b1
    h = np.maximum(hidden, 0)
    logits = h @ w2 + b2
    e = np.exp(logits)
    p = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(n), y]).mean()
    d = p.copy()
    d[np.arange(n), y] -= 1
    d /= n
    dh = d @ w2.T
    dh[hidden <= 0] = 0
    return {"loss": loss, "w1": x.T @ dh, "b1": dh.sum(axis=0), "w2": h.T @ d, "b2": d.sum(axis=0)}
