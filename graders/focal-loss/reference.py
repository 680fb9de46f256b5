import numpy as np


def focal_loss(logits, targets, alpha, gamma):
    """As torchvision.ops.sigmoid_focal_loss(reduction="mean"), from the logit alone: u is how far it lies on the right side."""
    sign = np.where(targets == 1, 1.0, -1.0)
    u = sign * logits
    weight = 1.0 if alpha < 0 else np.where(targets == 1, alpha, 1 - alpha)
    entropy = np.logaddexp(0, -u)  # -ln p_t
    p_t = np.exp(-entropy)
    wrong = np.exp(-np.logaddexp(0, u))  # 1 - p_t, exact also where p_t rounds to 1
    scale = weight * wrong**gamma
    grad = -sign * scale * (gamma * p_t * entropy + wrong)
    return {"loss": np.mean(scale * entropy), "grad": (grad / len(logits)).astype(np.float32)}
