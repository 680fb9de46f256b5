"""Fixtures of rmsprop (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from optimiser_truth import after_steps, draw_runs
from write_fixtures import write

SETTINGS = [(0.01, 0.99, 1e-8), (0.1, 0.9, 1e-8), (0.01, 0.5, 1e-3), (0.1, 0.0, 0.1)]


def truth(params, grads, lr, alpha, eps):
    rmsprop = lambda ps: torch.optim.RMSprop(ps, lr=lr, alpha=alpha, eps=eps, foreach=False)
    moved, state = after_steps(rmsprop, params, grads)
    return {"params": moved, "squareAvg": state["square_avg"]}


def cases():
    rng = np.random.default_rng(20261129)
    for setting in SETTINGS:
        lr, alpha, eps = setting
        for run, params, grads in draw_runs(rng):
            name = {language: f"{what}, lr {lr}, alpha {alpha}, eps {eps}" for language, what in run.items()}
            yield name, [params, grads, *setting], truth(params, grads, *setting)


write("rmsprop", "torch", "torch.optim.RMSprop(foreach=False) in float64", ["torch", "numpy"], cases())
