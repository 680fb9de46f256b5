import numpy as np


def clip_by_global_norm(grads, sizes, limit):
    """As torch.nn.utils.clip_grad_norm_, without its 1e-6: the norm of all layers is that of one vector, so that their
    sizes do not matter."""
    norm = np.sqrt(np.sum(grads.astype(np.float64) ** 2))
    return {"grads": (grads * (limit / max(norm, limit))).astype(np.float32), "norm": norm}
