# diagnosis: h-before-w-returned
# from: reference.py
# -     return out.reshape(count * height * width, channels).astype(np.float32)
# +     out[..., 2:4] = out[..., 3:1:-1].copy()
# +     return out.reshape(count * height * width, channels).astype(np.float32)
