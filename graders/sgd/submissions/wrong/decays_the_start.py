# diagnosis: decay-of-start
# from: reference.py
# -         p -= lr * (g + weight_decay * p)
# +         p -= lr * (g + weight_decay * params)
