# diagnosis: decay-squared+eps-inside-root
# from: reference.py
# -         p *= 1 - lr * weight_decay
# -         p -= lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
# +         p *= 1 - lr * weight_decay**2
# +         p -= lr * (m / (1 - beta1**t)) / np.sqrt(v / (1 - beta2**t) + eps)
