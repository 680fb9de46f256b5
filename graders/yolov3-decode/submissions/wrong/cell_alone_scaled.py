# diagnosis: offset-not-scaled
import numpy as np


def yolov3_decode(t, anchors, stride):
    channels, height, width = t.shape[1:]
    out = 1 / (1 + np.exp(-t))
    y, x = np.mgrid[:height, :width]
    out[:, 0] = out[:, 0] + x * stride
    out[:, 1] = out[:, 1] + y * stride
    out[:, 2:4] = np.exp(t[:, 2:4]) * anchors[:, :, None, None]
    return out.transpose(0, 2, 3, 1).reshape(-1, channels)
