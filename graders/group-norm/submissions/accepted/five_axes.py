# As in the paper's figure 3: an axis of groups, wholly in float32.
import numpy as np


def group_norm(x, groups, gamma, beta, eps):
    n, c, h, w = x.shape
    x = x.reshape(n, groups, c // groups, h, w)
    mean = x.mean(axis=(2, 3, 4), keepdims=True)
    var = x.var(axis=(2, 3, 4), keepdims=True)
    x = ((x - mean) / np.sqrt(var + eps)).reshape(n, c, h, w)
    return x * gamma.reshape(1, c, 1, 1) + beta.reshape(1, c, 1, 1)
