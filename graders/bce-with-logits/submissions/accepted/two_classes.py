# A softmax over the logits 0 and x, and a cross-entropy with the soft label (1 - t, t).
import math

import numpy as np


def bce_with_logits(logits, targets):
    losses, grad = [], []
    for x, t in zip(logits.tolist(), targets.tolist()):
        top = max(0.0, x)
        log_sum = top + math.log(math.exp(-top) + math.exp(x - top))
        losses.append((1 - t) * log_sum + t * (log_sum - x))
        grad.append(0.5 * (1 + math.tanh(x / 2)) - t)
    return {"loss": math.fsum(losses) / len(losses), "grad": np.array(grad, np.float32) / np.float32(len(grad))}
