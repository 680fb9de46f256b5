import numpy as np


def yolov3_decode(t, anchors, stride):
    """Boxes in pixels of one output map, a row for each anchor in each cell: centre, size, objectness and classes."""
    count, channels, height, width = t.shape
    cells = t.transpose(0, 2, 3, 1).astype(np.float64)
    out = 1 / (1 + np.exp(-cells))
    out[..., 0] = (out[..., 0] + np.arange(width)) * stride
    out[..., 1] = (out[..., 1] + np.arange(height)[:, None]) * stride
    out[..., 2:4] = np.exp(cells[..., 2:4]) * anchors[:, None, None]
    return out.reshape(count * height * width, channels).astype(np.float32)
