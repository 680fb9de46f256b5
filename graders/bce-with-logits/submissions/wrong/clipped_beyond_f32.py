# diagnosis: probability-clipped
# 1 - 1e-15 is 1 in float32
import numpy as np


def bce_with_logits(logits, targets):
    p = np.clip(1 / (1 + np.exp(-logits)), 1e-15, 1 - 1e-15)
    loss = -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return {"loss": loss, "grad": (p - targets) / p.size}
