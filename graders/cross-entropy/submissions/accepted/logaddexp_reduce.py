# The log-sum-exp as a reduction of numpy's logaddexp.
import numpy as np


def cross_entropy(logits, labels):
    z = logits.astype(float)
    lse = np.logaddexp.reduce(z, axis=1)
    picked = np.take_along_axis(z, labels[:, None], axis=1)[:, 0]
    grad = np.exp(z - lse[:, None])
    np.subtract.at(grad, (np.arange(len(z)), labels), 1)
    return {"loss": np.mean(lse - picked), "grad": grad / len(z)}
