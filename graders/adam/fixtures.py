"""Fixtures of adam (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SETTINGS = [
    (1e-3, 0.9, 0.999, 1e-8),
    (0.1, 0.9, 0.999, 1e-8),
    (0.01, 0.5, 0.9, 1e-3),
    (0.1, 0.0, 0.99, 0.1),
    (0.01, 0.95, 0.7, 1e-6),
]

KINDS = {"normal": "正态分布的梯度", "sparse": "稀疏梯度", "tiny": "极小梯度", "zero": "零梯度"}


def truth(params, grads, lr, beta1, beta2, eps):
    p = torch.nn.Parameter(torch.from_numpy(params.copy()))
    optimiser = torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=eps, foreach=False, fused=False)
    for grad in grads:
        p.grad = torch.from_numpy(grad.copy())
        optimiser.step()
    state = optimiser.state[p]
    return {"params": p.detach().numpy(), "m": state["exp_avg"].numpy(), "v": state["exp_avg_sq"].numpy()}


def draw(rng, steps, size, kind):
    grads = rng.standard_normal((steps, size))
    if kind == "sparse":
        grads *= rng.random(grads.shape) < 0.3
    if kind == "tiny":
        grads *= 1e-6
    if kind == "zero":
        grads *= 0
    return grads.astype(np.float32)


def cases():
    rng = np.random.default_rng(20260602)
    for lr, beta1, beta2, eps in SETTINGS:
        for kind, steps, size in [("normal", 1, 5), ("normal", 25, 8), ("sparse", 12, 8), ("tiny", 6, 5), ("zero", 2, 3)]:
            params = rng.standard_normal(size).astype(np.float32)
            grads = draw(rng, steps, size, kind)
            name = {
                "en": f"{kind} gradients, {steps} steps, lr {lr}, betas {beta1} {beta2}, eps {eps}",
                "zh": f"{KINDS[kind]}，{steps} 步，lr {lr}，beta {beta1} 和 {beta2}，eps {eps}",
            }
            yield name, [params, grads, lr, beta1, beta2, eps], truth(params, grads, lr, beta1, beta2, eps)


write("adam", "torch", "torch.optim.Adam(foreach=False)", ["torch", "numpy"], cases())
