# diagnosis: constant-inside-log+gradient-not-averaged
import numpy as np


def bce_with_logits(logits, targets):
    eps = 1e-12
    p = 1.0 / (1.0 + np.exp(-logits.astype(np.float64)))
    loss = -(targets * np.log(p + eps) + (1 - targets) * np.log(1 - p + eps)).mean()
    return {"loss": loss, "grad": p - targets}
