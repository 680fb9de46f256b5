from __future__ import annotations

import torch


def momentum(params: torch.Tensor, grads: torch.Tensor, lr: float, mu: float, nesterov: bool):
    p, v = params.clone(), torch.zeros_like(params)
    for g in grads:
        v = mu * v + g
        p = p - lr * (g + mu * v if nesterov else v)
    return {"params": p, "velocity": v}
