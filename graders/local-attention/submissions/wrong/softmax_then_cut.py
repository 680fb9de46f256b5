# diagnosis: window-cut-after-softmax
# from: slow/banded_mask.py
# -     scores[np.abs(places[:, None] - places) > radius] = -np.inf
# -     weights = np.exp(scores - scores.max(axis=1, keepdims=True))
# -     return weights @ v / weights.sum(axis=1, keepdims=True)
# +     weights = np.exp(scores - scores.max(axis=1, keepdims=True))
# +     weights /= weights.sum(axis=1, keepdims=True)
# +     weights[np.abs(places[:, None] - places) > radius] = 0
# +     return weights @ v
