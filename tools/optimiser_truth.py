"""Shared by the fixtures of optimisers: their gradients, and what torch makes of them in double precision."""

import numpy as np
import torch

KINDS = {"normal": "正态分布的梯度", "sparse": "稀疏梯度", "tiny": "极小梯度", "zero": "零梯度"}
RUNS = [("normal", 1, 5), ("normal", 25, 8), ("sparse", 12, 8), ("tiny", 6, 5), ("zero", 2, 3)]


def draw_runs(rng):
    """One run of each kind: its name in both languages, parameters and gradients."""
    for kind, steps, size in RUNS:
        params = rng.standard_normal(size).astype(np.float32)
        name = {"en": f"{kind} gradients, {steps} steps", "zh": f"{KINDS[kind]}，{steps} 步"}
        yield name, params, draw_gradients(rng, steps, size, kind)


def draw_gradients(rng, steps, size, kind):
    grads = rng.standard_normal((steps, size))
    if kind == "sparse":
        grads *= rng.random(grads.shape) < 0.3
    if kind == "tiny":
        grads *= 1e-6
    if kind == "zero":
        grads *= 0
    return grads.astype(np.float32)


def after_steps(optimiser_of, params, grads):
    """The parameters and the optimiser's state after all steps, as float32."""
    p = torch.nn.Parameter(torch.from_numpy(params.astype(np.float64)))
    optimiser = optimiser_of([p])
    for grad in grads:
        p.grad = torch.from_numpy(grad.astype(np.float64))
        optimiser.step()
    return single(p), {name: single(value) for name, value in optimiser.state[p].items() if torch.is_tensor(value)}


def single(tensor):
    return tensor.detach().numpy().astype(np.float32)
