# CS231n's computational graph, node by node, in float32.
import numpy as np


def batch_norm_backward(grad_out, x, gamma, eps):
    n = len(x)
    mu = x.mean(axis=0)
    xmu = x - mu
    var = (xmu**2).mean(axis=0)
    sqrtvar = np.sqrt(var + eps)
    ivar = 1 / sqrtvar
    xhat = xmu * ivar

    dbeta = grad_out.sum(axis=0)
    dgamma = (grad_out * xhat).sum(axis=0)
    dxhat = grad_out * gamma
    divar = (dxhat * xmu).sum(axis=0)
    dxmu1 = dxhat * ivar
    dsqrtvar = -divar / sqrtvar**2
    dvar = 0.5 * dsqrtvar / np.sqrt(var + eps)
    dxmu2 = 2 * xmu * (dvar / n)
    dx1 = dxmu1 + dxmu2
    dmu = -dx1.sum(axis=0)
    return {"x": (dx1 + dmu / n).astype(np.float32), "gamma": dgamma, "beta": dbeta}
