# diagnosis: wh-in-grid-units
# from: reference.py
# -     out[..., 2:4] = np.exp(cells[..., 2:4]) * anchors[:, None, None]
# +     out[..., 2:4] = np.exp(cells[..., 2:4]) * anchors[:, None, None] / stride
