# diagnosis: exponential-of-sigmoid
# from: reference.py
# -     out[..., 2:4] = np.exp(cells[..., 2:4]) * anchors[:, None, None]
# +     out[..., 2:4] = np.exp(out[..., 2:4]) * anchors[:, None, None]
