import numpy as np


def adam(params, grads, lr, beta1, beta2, eps):
    """Kingma and Ba 2015, Algorithm 1, as torch.optim.Adam computes it: both averages are corrected for their start at
    zero, and eps is added to the root."""
    params = params.copy()
    m = np.zeros_like(params)
    v = np.zeros_like(params)
    for t, g in enumerate(grads, start=1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        params -= lr * m_hat / (np.sqrt(v_hat) + eps)
    return {"params": params, "m": m, "v": v}
