# diagnosis: cells-counted-by-height
# from: reference.py
# -     out[..., 0] = (out[..., 0] + np.arange(width)) * stride
# -     out[..., 1] = (out[..., 1] + np.arange(height)[:, None]) * stride
# +     row, column = np.divmod(np.arange(height * width).reshape(height, width), height)
# +     out[..., 0] = (out[..., 0] + column) * stride
# +     out[..., 1] = (out[..., 1] + row) * stride
