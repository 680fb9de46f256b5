# diagnosis: log-of-softmax
import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def label_smoothing(logits, labels, epsilon):
    k = logits.shape[1]
    y = np.eye(k)[labels] * (1 - epsilon) + epsilon / k
    return -np.mean(np.sum(y * np.log(softmax(logits)), axis=1))
