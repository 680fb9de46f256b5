# diagnosis: y-before-x-returned
# from: reference.py
# -     return out.reshape(count * height * width, channels).astype(np.float32)
# +     out[..., :2] = out[..., 1::-1].copy()
# +     return out.reshape(count * height * width, channels).astype(np.float32)
