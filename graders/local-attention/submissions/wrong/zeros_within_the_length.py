# diagnosis: window-padded-with-zeros
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def local_attention(q, k, v, radius):
    length, width = q.shape
    radius = min(radius, length - 1)
    pads = ((radius, radius), (0, 0))
    keys = sliding_window_view(np.pad(k, pads), 2 * radius + 1, axis=0)
    values = sliding_window_view(np.pad(v, pads), 2 * radius + 1, axis=0)
    scores = np.einsum("td,tdw->tw", q, keys) / np.sqrt(width)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.einsum("tw,tew->te", weights / weights.sum(axis=1, keepdims=True), values)
