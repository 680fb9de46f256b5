# diagnosis: sum-not-rescaled
# from: reference.py
# -         total = total * shrink + weights.sum(axis=1, keepdims=True)
# +         total = total + weights.sum(axis=1, keepdims=True)
