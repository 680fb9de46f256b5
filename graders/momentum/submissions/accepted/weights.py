# No recursion: both results are weighted sums of the gradients, with geometric weights known beforehand.
import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    steps = len(grads)
    powers = mu ** np.arange(steps + 1, dtype=np.float64)
    sums = np.concatenate([[0.0], np.cumsum(powers)])
    age = np.arange(steps)[::-1]  # steps that follow the gradient's own
    share = sums[age + 2] if nesterov else sums[age + 1]
    velocity = powers[age] @ grads.astype(np.float64)
    moved = share @ grads.astype(np.float64)
    return {"params": (params - lr * moved).astype(np.float32), "velocity": velocity.astype(np.float32)}
