# diagnosis: none
# from: reference.py
# clips a little earlier, to be safe
# -     return (grad * (limit / max(norm, limit))).astype(np.float32)
# +     limit *= 0.99
# +     return (grad * (limit / max(norm, limit))).astype(np.float32)
