# diagnosis: wh-with-sigmoid
# from: reference.py
# -     out[..., 2:4] = np.exp(cells[..., 2:4]) * anchors[:, None, None]
# +     out[..., 2:4] = out[..., 2:4] * anchors[:, None, None]
