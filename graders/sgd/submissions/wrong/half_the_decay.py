# diagnosis: decay-halved
# from: reference.py
# -         p -= lr * (g + weight_decay * p)
# +         p -= lr * (g + weight_decay / 2 * p)
