# diagnosis: stale-average
# from: reference.py
# -         average = alpha * average + (1 - alpha) * g**2
# -         p -= lr * g / (np.sqrt(average) + eps)
# +         p -= lr * g / (np.sqrt(average) + eps)
# +         average = alpha * average + (1 - alpha) * g**2
