# diagnosis: maximum-not-added-back
# from: reference.py
# -     right = z[np.arange(len(labels)), labels]
# -     return np.mean(log_sum - (1 - epsilon) * right - epsilon * z.mean(axis=1))
# +     right = logits[np.arange(len(labels)), labels]
# +     return np.mean(log_sum - (1 - epsilon) * right - epsilon * logits.mean(axis=1, dtype=np.float64))
