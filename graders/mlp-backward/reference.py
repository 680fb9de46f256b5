import numpy as np


def mlp_backward(x, y, w1, b1, w2, b2):
    """The chain rule from the logits down: (p - y) / N, then weights by inputs, and what is below by weights."""
    x, w1, b1, w2, b2 = (array.astype(np.float64) for array in (x, w1, b1, w2, b2))
    rows = np.arange(len(x))
    hidden = x @ w1 + b1
    h = np.maximum(hidden, 0)
    logits = h @ w2 + b2
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    d_logits = np.exp(log_p)
    d_logits[rows, y] -= 1
    d_logits /= len(x)
    d_hidden = (d_logits @ w2.T) * (hidden > 0)
    gradients = {"w1": x.T @ d_hidden, "b1": d_hidden.sum(axis=0), "w2": h.T @ d_logits, "b2": d_logits.sum(axis=0)}
    as_f32 = {name: gradient.astype(np.float32) for name, gradient in gradients.items()}
    return {"loss": -log_p[rows, y].mean(), **as_f32}
