# diagnosis: log-of-sigmoid
import numpy as np


def focal_loss(logits, targets, alpha, gamma):
    x = logits.astype(np.float64)
    p = 1 / (1 + np.exp(-x))
    p_t = np.where(targets == 1, p, 1 - p)
    alpha_t = np.where(targets == 1, alpha, 1 - alpha) if alpha >= 0 else 1.0
    ce = -np.log(p_t)
    loss = alpha_t * (1 - p_t) ** gamma * ce
    grad = alpha_t * (1 - p_t) ** gamma * (gamma * p_t * ce + 1 - p_t) * (1 - 2 * targets)
    return {"loss": loss.mean(), "grad": grad / len(x)}
