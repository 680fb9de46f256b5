# diagnosis: no-penalty
# from: reference.py
# -     return (quotient(intersection, union) - quotient(hull - union, hull)).astype(np.float32)
# +     return quotient(intersection, union).astype(np.float32)
