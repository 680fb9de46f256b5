# diagnosis: eps-inside-root
# from: reference.py
# -         p -= lr * g / (np.sqrt(average) + eps)
# +         p -= lr * g / np.sqrt(average + eps)
