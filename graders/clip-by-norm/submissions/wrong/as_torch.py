# diagnosis: torch-eps
# from: reference.py
# -     return (grad * (limit / max(norm, limit))).astype(np.float32)
# +     return (grad * min(1.0, limit / (norm + 1e-6))).astype(np.float32)
