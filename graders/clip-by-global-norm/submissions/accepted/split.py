# The layers' norms in float32, then the norm of these norms.
import numpy as np


def clip_by_global_norm(grads, sizes, limit):
    layers = np.split(grads, np.cumsum(sizes)[:-1])
    norms = np.array([np.sqrt(np.sum(layer * layer)) for layer in layers])
    norm = np.sqrt(np.sum(norms**2))
    scale = np.float32(limit / norm) if norm > limit else np.float32(1)
    return {"grads": np.concatenate([layer * scale for layer in layers]), "norm": float(norm)}
