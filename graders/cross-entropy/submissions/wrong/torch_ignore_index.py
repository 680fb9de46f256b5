# diagnosis: none
# from: reference.py
# an ignore_index of 0, where every class counts
# -     grad[rows, labels] -= 1
# -     return {"loss": -log_p[rows, labels].mean(), "grad": (grad / len(labels)).astype(np.float32)}
# +     grad[rows, labels] -= 1
# +     kept = labels != 0
# +     grad[~kept] = 0
# +     many = max(kept.sum(), 1)
# +     return {"loss": -log_p[rows, labels][kept].sum() / many, "grad": (grad / many).astype(np.float32)}
