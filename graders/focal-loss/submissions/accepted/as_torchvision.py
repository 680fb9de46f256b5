# torchvision's own steps in float32; the derivative by hand, with both classes in one formula.
import numpy as np


def focal_loss(logits, targets, alpha, gamma):
    x, t = logits, targets
    with np.errstate(over="ignore"):
        p = 1 / (1 + np.exp(-x))
    ce = np.maximum(x, 0) - x * t + np.log1p(np.exp(-np.abs(x)))
    p_t = p * t + (1 - p) * (1 - t)
    loss = ce * (1 - p_t) ** gamma
    grad = (1 - p_t) ** gamma * ((p - t) + gamma * p_t * ce * (1 - 2 * t))
    if alpha >= 0:
        alpha_t = alpha * t + (1 - alpha) * (1 - t)
        loss, grad = alpha_t * loss, alpha_t * grad
    return {"loss": loss.mean(), "grad": grad / len(x)}
