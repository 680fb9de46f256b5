# diagnosis: mask-after-softmax
# from: reference.py
# -     scores = np.where(mask == 1, q @ k.T / np.sqrt(q.shape[1]), -np.inf)
# +     scores = q @ k.T / np.sqrt(q.shape[1])
# -     return (weights @ v / np.where(total == 0, 1, total)).astype(np.float32)
# +     return (weights * mask @ v / total).astype(np.float32)
