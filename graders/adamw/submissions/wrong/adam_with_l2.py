# diagnosis: l2-in-gradient
# from: reference.py
# -     for t, g in enumerate(grads.astype(np.float64), start=1):
# +     for t, g in enumerate(grads.astype(np.float64), start=1):
# +         g = g + weight_decay * p
# -         p *= 1 - lr * weight_decay
