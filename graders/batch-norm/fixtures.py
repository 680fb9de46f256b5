"""Fixtures of batch-norm (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from write_fixtures import write

SHAPES = [(1, 1, 1, 2), (4, 3, 2, 2), (2, 5, 3, 1), (8, 2, 1, 1), (1, 3, 4, 5), (3, 2, 7, 4)]
SETTINGS = [(True, 0.1, 1e-5), (True, 0.01, 0.1), (True, 1.0, 1e-3), (False, 0.1, 1e-5), (False, 0.5, 0.1)]


def truth(x, gamma, beta, mean, var, training, momentum, eps):
    """In double precision."""
    x, gamma, beta, mean, var = (torch.from_numpy(value).double() for value in (x, gamma, beta, mean, var))
    y = torch.nn.functional.batch_norm(x, mean, var, gamma, beta, training, momentum, eps)
    as_f32 = (value.numpy().astype(np.float32) for value in (y, mean, var))
    return dict(zip(("y", "runningMean", "runningVar"), as_f32))


def cases():
    rng = np.random.default_rng(20260703)
    for shape in SHAPES:
        for training, momentum, eps in SETTINGS:
            channels = shape[1]
            spread, centre = rng.choice([1 / 16, 1, 2.5], (channels, 1, 1)), rng.uniform(-5, 5, (channels, 1, 1))
            x = (np.round((centre + spread * rng.standard_normal(shape)) * 64) / 64).clip(-8, 8).astype(np.float32)
            gamma, beta = rng.uniform(-2, 2, (2, channels)).astype(np.float32)
            mean, var = rng.uniform(-8, 8, channels).astype(np.float32), rng.uniform(0.0625, 16, channels).astype(np.float32)
            size = "x".join(map(str, shape))
            name = {
                "en": f"{size}, {'training' if training else 'inference'}, momentum {momentum}, eps {eps}",
                "zh": f"{size}，{'训练' if training else '推理'}，momentum {momentum}，eps {eps}",
            }
            args = [x, gamma, beta, mean, var, training, momentum, eps]
            yield name, args, truth(*args)


write("batch-norm", "torch", "torch.nn.functional.batch_norm in double precision", ["torch", "numpy"], cases())
