# diagnosis: window-padded-with-zeros
# from: reference.py
# -     radius = min(radius, length - 1)
# -     keys, values = (
# +     keys, values = (
# -     places = np.arange(length)[:, None] + np.arange(-radius, radius + 1)
# -     scores[(places < 0) | (places >= length)] = -np.inf
# -     weights = np.exp(scores - scores.max(axis=1, keepdims=True))
# +     weights = np.exp(scores - scores.max(axis=1, keepdims=True))
