# diagnosis: softmax-over-columns+hard-over-columns
import numpy as np


def hard_attention(logits, gumbel, tau, hard):
    y = (logits.astype(np.float64) + gumbel) / tau
    y = np.exp(y - y.max(axis=0))
    soft = y / y.sum(axis=0)
    if not hard:
        return soft.astype(np.float32)
    one_hot = np.zeros_like(logits)
    one_hot[soft.argmax(axis=0), np.arange(logits.shape[1])] = 1
    return one_hot
