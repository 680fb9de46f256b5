# diagnosis: probability-clipped+gradient-not-averaged
import numpy as np


def softmax(x):
    x = x - np.max(x, axis=-1, keepdims=True)
    return np.exp(x) / np.sum(np.exp(x), axis=-1, keepdims=True)


def cross_entropy(logits, labels):
    probs = np.clip(softmax(logits.astype(np.float64)), 1e-12, 1 - 1e-12)
    one_hot = np.eye(logits.shape[1])[labels]
    loss = -np.sum(one_hot * np.log(probs)) / len(labels)
    return {"loss": loss, "grad": probs - one_hot}
