# diagnosis: logarithms-capped
import numpy as np


def bce_with_logits(logits, targets):
    with np.errstate(all="ignore"):
        p = 1 / (1 + np.exp(-logits.astype(np.float64)))
        yes = np.maximum(np.log(p), -100)  # as torch.nn.BCELoss does
        no = np.maximum(np.log(1 - p), -100)
    return {"loss": -np.mean(targets * yes + (1 - targets) * no), "grad": (p - targets) / len(p)}
