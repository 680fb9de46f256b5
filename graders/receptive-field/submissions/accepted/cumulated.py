import numpy as np


def receptive_field(layers):
    kernel, stride, dilation = layers.T.astype(int)
    jumps = np.cumprod(np.append(1, stride))
    return {"size": 1 + int(np.sum((kernel - 1) * dilation * jumps[:-1])), "jump": int(jumps[-1])}
