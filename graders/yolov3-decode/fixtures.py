"""Fixtures of yolov3-decode (tools/write_fixtures.py says how to run it)."""

import numpy as np
from scipy.special import expit
from write_fixtures import write


def truth(t, anchors, stride):
    """get_yolo_box of darknet, in double precision and in pixels, one number at a time."""
    count, channels, height, width = t.shape
    rows = []
    for n in range(count):
        for j in range(height):
            for i in range(width):
                x = t[n, :, j, i].astype(np.float64)
                box = [
                    (i + expit(x[0])) * stride,
                    (j + expit(x[1])) * stride,
                    np.exp(x[2]) * float(anchors[n, 0]),
                    np.exp(x[3]) * float(anchors[n, 1]),
                ]
                rows.append(box + [expit(one) for one in x[4:]])
    return np.array(rows).astype(np.float32)


def cases():
    rng = np.random.default_rng(20261202)
    for anchors, classes, height, width in [(1, 1, 1, 1), (1, 2, 2, 3), (3, 1, 1, 4), (2, 3, 3, 2), (3, 5, 4, 3), (9, 1, 2, 2)]:
        for scale, stride in [(1, 32), (6, 8)]:
            t = np.clip(scale * rng.standard_normal((anchors, 5 + classes, height, width)), -20, 20).astype(np.float32)
            sizes = (10 + 300 * rng.random((anchors, 2))).astype(np.float32)
            name = {
                "en": f"{anchors} anchors, {classes} classes, grid {height}x{width}, stride {stride}, outputs of scale {scale}",
                "zh": f"{anchors} 个锚框，{classes} 个类别，网格 {height}x{width}，步长 {stride}，输出尺度 {scale}",
            }
            yield name, [t, sizes, stride], truth(t, sizes, stride)


write("yolov3-decode", "formula", "darknet's get_yolo_box with scipy.special.expit", ["scipy", "numpy"], cases())
