# diagnosis: each-by-own-norm
# from: accepted/split.py
# -     scale = np.float32(limit / norm) if norm > limit else np.float32(1)
# -     return {"grads": np.concatenate([layer * scale for layer in layers]), "norm": float(norm)}
# +     clipped = [layer * np.float32(limit / max(own, limit)) for layer, own in zip(layers, norms)]
# +     return {"grads": np.concatenate(clipped), "norm": float(norm)}
