# Step by step with one buffer.
import numpy as np


def momentum(params, grads, lr, mu, nesterov):
    w = np.array(params)
    v = np.zeros(params.shape, dtype=np.float32)
    step = np.empty_like(v)
    for t in range(grads.shape[0]):
        v *= mu
        v += grads[t]
        if nesterov:
            np.multiply(v, mu, out=step)
            step += grads[t]
            step *= lr
        else:
            np.multiply(v, lr, out=step)
        w -= step
    return {"params": w, "velocity": v}
