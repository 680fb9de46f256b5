# diagnosis: none
# from: reference.py
# -     out[..., 2:4] = np.exp(cells[..., 2:4]) * anchors[:, None, None]
# +     out[..., 2:4] = np.minimum(np.exp(cells[..., 2:4]) * anchors[:, None, None], stride * max(height, width))
