# diagnosis: noise-ignored
# from: reference.py
# As the notes tell hard attention: the key with the largest weight, and nothing is drawn.
# -     noisy = logits.astype(np.float64) + gumbel
# +     noisy = logits.astype(np.float64)
