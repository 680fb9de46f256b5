# Everything in float32, in place.
import numpy as np


def sgd(params, grads, lr, weight_decay):
    lr, weight_decay = np.float32(lr), np.float32(weight_decay)
    w = np.array(params)
    step = np.empty_like(w)
    for t in range(grads.shape[0]):
        np.multiply(w, weight_decay, out=step)
        step += grads[t]
        step *= lr
        w -= step
    return w
