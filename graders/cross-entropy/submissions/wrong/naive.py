# diagnosis: maximum-not-subtracted+log-of-softmax
import numpy as np


def cross_entropy(logits, labels):
    n = logits.shape[0]
    probs = np.exp(logits) / np.sum(np.exp(logits), axis=1, keepdims=True)
    loss = -np.mean(np.log(probs[np.arange(n), labels]))
    grad = probs.copy()
    grad[np.arange(n), labels] -= 1
    return {"loss": loss, "grad": grad / n}
