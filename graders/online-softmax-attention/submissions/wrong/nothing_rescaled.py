# diagnosis: sum-not-rescaled+output-not-rescaled
# from: reference.py
# -         total = total * shrink + weights.sum(axis=1, keepdims=True)
# -         sums = sums * shrink + weights @ v[start : start + block]
# +         total = total + weights.sum(axis=1, keepdims=True)
# +         sums = sums + weights @ v[start : start + block]
