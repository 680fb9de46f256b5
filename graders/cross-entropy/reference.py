import numpy as np


def cross_entropy(logits, labels):
    """As torch.nn.functional.cross_entropy: the log-sum-exp of a row less its right logit; the gradient is p - y over N."""
    rows = np.arange(len(labels))
    z = logits.astype(np.float64)
    z -= z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    grad = np.exp(log_p)
    grad[rows, labels] -= 1
    return {"loss": -log_p[rows, labels].mean(), "grad": (grad / len(labels)).astype(np.float32)}
