# diagnosis: labels-of-all-samples
import numpy as np


def cross_entropy(logits, labels):
    z = logits.astype(np.float64)
    z -= z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    grad = np.exp(log_p)
    grad[:, labels] -= 1
    return {"loss": -log_p[np.arange(len(z)), labels].mean(), "grad": grad / len(z)}
