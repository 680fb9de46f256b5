# Channels one by one over whole grids, stacked at the end.
import numpy as np


def yolov3_decode(t, anchors, stride):
    A, K, H, W = t.shape
    sig = 1.0 / (1.0 + np.exp(-t))
    gx, gy = np.meshgrid(np.arange(W), np.arange(H))
    x = (sig[:, 0] + gx) * stride
    y = (sig[:, 1] + gy) * stride
    w = np.exp(t[:, 2]) * anchors[:, 0].reshape(-1, 1, 1)
    h = np.exp(t[:, 3]) * anchors[:, 1].reshape(-1, 1, 1)
    rest = np.moveaxis(sig[:, 4:], 1, -1)
    table = np.concatenate([np.stack([x, y, w, h], axis=-1), rest], axis=-1)
    return table.reshape(A * H * W, K).astype(np.float32)
