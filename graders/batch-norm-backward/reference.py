import numpy as np


def batch_norm_backward(grad_out, x, gamma, eps):
    """Ioffe and Szegedy 2015, section 3, simplified: from g goes its mean, and its share along the normalised x."""
    g, x = grad_out.astype(np.float64), x.astype(np.float64)
    deviation = np.sqrt(x.var(axis=0) + eps)
    normalised = (x - x.mean(axis=0)) / deviation
    dx = gamma / deviation * (g - g.mean(axis=0) - normalised * (g * normalised).mean(axis=0))
    gradients = {"x": dx, "gamma": (g * normalised).sum(axis=0), "beta": g.sum(axis=0)}
    return {name: gradient.astype(np.float32) for name, gradient in gradients.items()}
