# diagnosis: torch-eps
# from: reference.py
# -     return {"grads": (grads * (limit / max(norm, limit))).astype(np.float32), "norm": norm}
# +     return {"grads": (grads * min(1.0, limit / (norm + 1e-6))).astype(np.float32), "norm": norm}
