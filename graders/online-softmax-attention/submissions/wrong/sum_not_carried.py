# diagnosis: sum-overwritten
# from: reference.py
# -         total = total * shrink + weights.sum(axis=1, keepdims=True)
# +         total = weights.sum(axis=1, keepdims=True)
