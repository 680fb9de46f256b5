# The formula of TensorFlow's documentation, wholly in float32.
import numpy as np


def bce_with_logits(logits, targets):
    x, z = logits, targets
    loss = np.maximum(x, 0) - x * z + np.log1p(np.exp(-np.abs(x)))
    sigmoid = np.where(x >= 0, 1, np.exp(-np.abs(x))) / (1 + np.exp(-np.abs(x)))
    return {"loss": float(loss.mean()), "grad": (sigmoid - z) / x.size}
