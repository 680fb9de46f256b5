# diagnosis: log-of-sigmoid
import numpy as np


def bce_with_logits(logits, targets):
    p = 1 / (1 + np.exp(-logits))
    loss = -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    return {"loss": loss, "grad": (p - targets) / len(logits)}
