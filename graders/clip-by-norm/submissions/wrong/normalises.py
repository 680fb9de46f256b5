# diagnosis: always-scaled
# from: reference.py
# -     return (grad * (limit / max(norm, limit))).astype(np.float32)
# +     return (grad * (limit / norm)).astype(np.float32)
