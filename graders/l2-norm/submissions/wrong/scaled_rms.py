# diagnosis: root-mean-square
# from: reference.py
# -     return largest * np.sqrt(np.sum((x / largest) ** 2))
# +     return largest * np.sqrt(np.mean((x / largest) ** 2))
