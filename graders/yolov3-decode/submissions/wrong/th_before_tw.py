# diagnosis: th-before-tw
# from: reference.py
# -     out[..., 2:4] = np.exp(cells[..., 2:4]) * anchors[:, None, None]
# +     out[..., 2:4] = np.exp(cells[..., 3:1:-1]) * anchors[:, None, None]
