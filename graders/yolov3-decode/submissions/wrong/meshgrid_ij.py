# diagnosis: grid-indexed-ij
# from: reference.py
# -     out[..., 0] = (out[..., 0] + np.arange(width)) * stride
# -     out[..., 1] = (out[..., 1] + np.arange(height)[:, None]) * stride
# +     column, row = np.meshgrid(np.arange(width), np.arange(height), indexing="ij")
# +     out[..., 0] = (out[..., 0] + column.reshape(height, width)) * stride
# +     out[..., 1] = (out[..., 1] + row.reshape(height, width)) * stride
