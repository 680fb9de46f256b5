# diagnosis: mean-truncated
# from: reference.py
# -     return (out / ksize**2).astype(x.dtype)
# +     return (out / ksize**2).astype(int).astype(x.dtype)
