# diagnosis: hard-without-noise
# from: reference.py
# -         one_hot[np.arange(len(noisy)), noisy.argmax(axis=1)] = 1
# +         one_hot[np.arange(len(noisy)), logits.argmax(axis=1)] = 1
