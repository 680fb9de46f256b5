# No recursion: both results are weighted sums of the gradients, with geometric weights known beforehand.
import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    steps = len(grads)
    powers = mu ** np.arange(steps + 1, dtype=np.float64)
    sums = np.concatenate([[0.0], np.cumsum(powers)])
    age = np.arange(steps)[::-1]  # steps that follow the gradient's own
    share = sums[age + 2] if nesterov else sums[age + 1]
    velocity = np.zeros_like(params)
    moved = np.zeros_like(params)
    for g, left, whole in zip(grads, powers[age], share):
        velocity += np.float32(left) * g
        moved += np.float32(lr * whole) * g
    return {"params": params - moved, "velocity": velocity}
