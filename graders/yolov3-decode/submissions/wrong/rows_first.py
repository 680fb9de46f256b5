# diagnosis: rows-first-returned
# from: reference.py
# -     return out.reshape(count * height * width, channels).astype(np.float32)
# +     out[..., :4] = out[..., [1, 0, 3, 2]]
# +     return out.reshape(count * height * width, channels).astype(np.float32)
