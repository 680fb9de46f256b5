# diagnosis: yolov5-xy+yolov5-wh
# from: accepted/meshgrid.py
# -     x = (sig[:, 0] + gx) * stride
# -     y = (sig[:, 1] + gy) * stride
# -     w = np.exp(t[:, 2]) * anchors[:, 0].reshape(-1, 1, 1)
# -     h = np.exp(t[:, 3]) * anchors[:, 1].reshape(-1, 1, 1)
# +     x = (sig[:, 0] * 2 - 0.5 + gx) * stride
# +     y = (sig[:, 1] * 2 - 0.5 + gy) * stride
# +     w = (sig[:, 2] * 2) ** 2 * anchors[:, 0].reshape(-1, 1, 1)
# +     h = (sig[:, 3] * 2) ** 2 * anchors[:, 1].reshape(-1, 1, 1)
