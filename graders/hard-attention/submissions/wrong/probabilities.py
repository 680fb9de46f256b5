# diagnosis: noise-on-probabilities
# from: reference.py
# -     noisy = logits.astype(np.float64) + gumbel
# +     weights = np.exp(logits.astype(np.float64) - logits.max(axis=1, keepdims=True))
# +     noisy = weights / weights.sum(axis=1, keepdims=True) + gumbel
