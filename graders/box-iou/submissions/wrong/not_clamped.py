# diagnosis: overlap-not-clamped
# from: reference.py
# -     intersection = area(np.maximum(size, 0))
# +     intersection = area(size)
