# The derivative by the chain rule, step by step: loss to p_t, p_t to u, u to the logit. The powers are guarded where q is 0.
import math

import numpy as np


def focal_loss(logits, targets, alpha, gamma):
    total, grad = 0.0, []
    for x, y in zip(logits.tolist(), targets.tolist()):
        sign = 1 if y == 1 else -1
        weight = 1 if alpha < 0 else (alpha if y == 1 else 1 - alpha)
        u = sign * x
        small = math.exp(-abs(u))
        p_t = 1 / (1 + small) if u >= 0 else small / (1 + small)
        q = small / (1 + small) if u >= 0 else 1 / (1 + small)
        log_pt = -math.log1p(small) if u >= 0 else u - math.log1p(small)
        total += -weight * q**gamma * log_pt
        d_factor = -gamma * q ** (gamma - 1) if gamma > 0 else 0.0  # d q^gamma / d p_t
        d_u = -weight * (d_factor * p_t * q * log_pt + q**gamma * q)
        grad.append(sign * d_u / len(logits))
    return {"loss": total / len(logits), "grad": np.array(grad, np.float32)}
