# diagnosis: maximum-not-subtracted
import numpy as np


def cross_entropy(logits, labels):
    rows = np.arange(len(labels))
    lse = np.log(np.sum(np.exp(logits), axis=1))
    grad = np.exp(logits - lse[:, None])
    grad[rows, labels] -= 1
    return {"loss": np.mean(lse - logits[rows, labels]), "grad": grad / len(labels)}
