# diagnosis: eps-outside-root+unbiased-variance
# As the annotated Transformer has it.
import numpy as np


def layer_norm(x, gamma, beta, eps):
    x = x.astype(np.float64)
    mean = x.mean(-1, keepdims=True)
    std = x.std(-1, keepdims=True, ddof=1)
    return (gamma * (x - mean) / (std + eps) + beta).astype(np.float32)
