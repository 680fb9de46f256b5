"""Fixtures of adamw (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from optimiser_truth import after_steps, draw_runs
from write_fixtures import write

SETTINGS = [
    (1e-3, 0.9, 0.999, 1e-8, 0.01),
    (0.1, 0.9, 0.999, 1e-8, 0.5),
    (0.01, 0.5, 0.9, 1e-3, 1.0),
    (0.1, 0.0, 0.99, 0.1, 0.0),
]


def truth(params, grads, lr, beta1, beta2, eps, weight_decay):
    def adamw(ps):
        betas = (beta1, beta2)
        return torch.optim.AdamW(ps, lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, foreach=False, fused=False)

    moved, state = after_steps(adamw, params, grads)
    return {"params": moved, "m": state["exp_avg"], "v": state["exp_avg_sq"]}


def cases():
    rng = np.random.default_rng(20261130)
    for setting in SETTINGS:
        lr, beta1, beta2, eps, weight_decay = setting
        for run, params, grads in draw_runs(rng):
            name = {
                "en": f"{run['en']}, lr {lr}, betas {beta1} {beta2}, eps {eps}, decay {weight_decay}",
                "zh": f"{run['zh']}，lr {lr}，beta {beta1} 和 {beta2}，eps {eps}，衰减 {weight_decay}",
            }
            yield name, [params, grads, *setting], truth(params, grads, *setting)


write("adamw", "torch", "torch.optim.AdamW(foreach=False) in float64", ["torch", "numpy"], cases())
