# diagnosis: magnitude-missing
import numpy as np


def bce_with_logits(logits, targets):
    x = logits.astype(np.float64)
    loss = np.mean(np.maximum(x, 0) - x * targets + np.log1p(np.exp(-x)))
    p = np.exp(-np.logaddexp(0, -x))
    return {"loss": loss, "grad": (p - targets) / len(x)}
