# diagnosis: class-softmax
# from: reference.py
# -     classes = cross_entropy(z[:, 5:], t[:, 5:]).sum()
# +     scores = z[:, 5:] - z[:, 5:].max(axis=1, keepdims=True)
# +     classes = -np.sum(t[:, 5:] * (scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))))
