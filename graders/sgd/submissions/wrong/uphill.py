# diagnosis: ascent
# from: reference.py
# -         p -= lr * (g + weight_decay * p)
# +         p += lr * (g + weight_decay * p)
