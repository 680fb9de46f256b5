"""Fixtures of adam (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from optimiser_truth import after_steps, draw_runs
from write_fixtures import write

SETTINGS = [
    (1e-3, 0.9, 0.999, 1e-8),
    (0.1, 0.9, 0.999, 1e-8),
    (0.01, 0.5, 0.9, 1e-3),
    (0.1, 0.0, 0.99, 0.1),
    (0.01, 0.95, 0.7, 1e-6),
]


def truth(params, grads, lr, beta1, beta2, eps):
    adam = lambda ps: torch.optim.Adam(ps, lr=lr, betas=(beta1, beta2), eps=eps, foreach=False, fused=False)
    moved, state = after_steps(adam, params, grads)
    return {"params": moved, "m": state["exp_avg"], "v": state["exp_avg_sq"]}


def cases():
    rng = np.random.default_rng(20260602)
    for lr, beta1, beta2, eps in SETTINGS:
        for run, params, grads in draw_runs(rng):
            name = {
                "en": f"{run['en']}, lr {lr}, betas {beta1} {beta2}, eps {eps}",
                "zh": f"{run['zh']}，lr {lr}，beta {beta1} 和 {beta2}，eps {eps}",
            }
            yield name, [params, grads, lr, beta1, beta2, eps], truth(params, grads, lr, beta1, beta2, eps)


write("adam", "torch", "torch.optim.Adam(foreach=False) in float64", ["torch", "numpy"], cases())
