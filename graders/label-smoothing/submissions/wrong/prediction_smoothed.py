# diagnosis: prediction-smoothed
# from: reference.py
# -     log_sum = np.log(np.exp(z).sum(axis=1))
# -     right = z[np.arange(len(labels)), labels]
# -     return np.mean(log_sum - (1 - epsilon) * right - epsilon * z.mean(axis=1))
# +     p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
# +     p = (1 - epsilon) * p + epsilon / p.shape[1]
# +     return -np.mean(np.log(p[np.arange(len(labels)), labels]))
