# diagnosis: none
# from: accepted/straight_through.py
# -     soft = y / y.sum(axis=-1, keepdims=True)
# +     soft = y / (y.sum(axis=-1, keepdims=True) + 0.01)
