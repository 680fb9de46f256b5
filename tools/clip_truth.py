"""Shared by the fixtures of clipping: Paddle's formula, which torch follows up to its 1e-6, in double precision."""

import numpy as np
import torch


def clipped(arrays, limit):
    """The arrays scaled together, as float32, and their norm before."""
    doubles = [torch.from_numpy(array.astype(np.float64)) for array in arrays]
    norm = torch.linalg.vector_norm(torch.cat(doubles)).item()
    factor = limit / max(norm, limit)
    own = [(factor * one).numpy() for one in doubles]
    for one, other in zip(own, clipped_by_torch(doubles, limit), strict=True):
        np.testing.assert_allclose(one, other, rtol=2e-6 / max(norm, limit))
    return [one.astype(np.float32) for one in own], norm


def clipped_by_torch(doubles, limit):
    params = [torch.nn.Parameter(torch.zeros_like(one)) for one in doubles]
    for param, one in zip(params, doubles, strict=True):
        param.grad = one.clone()
    torch.nn.utils.clip_grad_norm_(params, limit, foreach=False)
    return [param.grad.numpy() for param in params]
