# diagnosis: decay-halved
# from: reference.py
# -         p *= 1 - lr * weight_decay
# +         p *= 1 - lr * weight_decay / 2
