import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    """As torch.optim.SGD: v = mu v + g with the whole gradient; Nesterov moves by g + mu v with the new v."""
    params = params.copy()
    velocity = np.zeros_like(params)
    for g in grads:
        velocity = mu * velocity + g
        params -= lr * (g + mu * velocity if nesterov else velocity)
    return {"params": params, "velocity": velocity}
