import numpy as np


def hard_attention(logits, gumbel, tau, hard):
    """As F.gumbel_softmax with its noise given: softmax((logits + gumbel) / tau) of each row, or the one-hot row of its first maximum."""
    noisy = logits.astype(np.float64) + gumbel
    if hard:
        one_hot = np.zeros(logits.shape, dtype=np.float32)
        one_hot[np.arange(len(noisy)), noisy.argmax(axis=1)] = 1
        return one_hot
    exps = np.exp((noisy - noisy.max(axis=1, keepdims=True)) / tau)
    return (exps / exps.sum(axis=1, keepdims=True)).astype(np.float32)
