"""Fixtures of sgd (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from optimiser_truth import after_steps, draw_runs
from write_fixtures import write

SETTINGS = [(0.1, 0.0), (0.1, 0.01), (0.01, 0.5), (0.1, 1.0)]


def truth(params, grads, lr, weight_decay):
    sgd = lambda ps: torch.optim.SGD(ps, lr=lr, weight_decay=weight_decay, foreach=False, fused=False)
    moved, _ = after_steps(sgd, params, grads)
    return moved


def cases():
    rng = np.random.default_rng(20261128)
    for lr, weight_decay in SETTINGS:
        for run, params, grads in draw_runs(rng):
            name = {
                "en": f"{run['en']}, lr {lr}, weight decay {weight_decay}",
                "zh": f"{run['zh']}，lr {lr}，权重衰减 {weight_decay}",
            }
            yield name, [params, grads, lr, weight_decay], truth(params, grads, lr, weight_decay)


write("sgd", "torch", "torch.optim.SGD(foreach=False) in float64", ["torch", "numpy"], cases())
