# diagnosis: epsilon-12
# from: reference.py
# -     if largest == 0:
# -         return 0.0
# -     return largest * np.sqrt(np.sum((x / largest) ** 2))
# +     return largest * np.sqrt(np.sum((x / (largest + 1e-12)) ** 2))
