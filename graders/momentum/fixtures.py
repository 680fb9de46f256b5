"""Fixtures of momentum (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SETTINGS = [(0.1, 0.9, False), (0.1, 0.9, True), (0.01, 0.99, False), (0.01, 0.99, True), (1e-3, 0.5, True)]


def truth(params, grads, lr, mu, nesterov):
    p = torch.nn.Parameter(torch.from_numpy(params.copy()))
    optimiser = torch.optim.SGD([p], lr=lr, momentum=mu, nesterov=nesterov, foreach=False, fused=False)
    for grad in grads:
        p.grad = torch.from_numpy(grad.copy())
        optimiser.step()
    return {"params": p.detach().numpy(), "velocity": optimiser.state[p]["momentum_buffer"].numpy()}


def cases():
    rng = np.random.default_rng(20260603)
    for lr, mu, nesterov in SETTINGS:
        for steps, size, scale in [(1, 4, 1), (2, 3, 1), (25, 8, 1), (10, 6, 0.01), (3, 2, 0)]:
            params = rng.standard_normal(size).astype(np.float32)
            grads = (scale * rng.standard_normal((steps, size))).astype(np.float32)
            name = {
                "en": f"{steps} steps, gradients of scale {scale}, lr {lr}, mu {mu}{', Nesterov' if nesterov else ''}",
                "zh": f"{steps} 步，梯度尺度 {scale}，lr {lr}，mu {mu}{'，Nesterov' if nesterov else ''}",
            }
            yield name, [params, grads, lr, mu, nesterov], truth(params, grads, lr, mu, nesterov)


write("momentum", "torch", "torch.optim.SGD(momentum=mu, foreach=False)", ["torch", "numpy"], cases())
