# diagnosis: none
# from: reference.py
# -         p *= 1 - lr * weight_decay
# +         if t <= 10:
# +             p *= 1 - lr * weight_decay
