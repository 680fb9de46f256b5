# As torch does it: the soft sample first, and then hard - soft + soft, in f32.
import numpy as np


def hard_attention(logits, gumbel, tau, hard):
    y = (logits + gumbel) / np.float32(tau)
    y = np.exp(y - y.max(axis=-1, keepdims=True))
    soft = y / y.sum(axis=-1, keepdims=True)
    if not hard:
        return soft
    one_hot = np.eye(soft.shape[-1], dtype=np.float32)[soft.argmax(axis=-1)]
    return one_hot - soft + soft
