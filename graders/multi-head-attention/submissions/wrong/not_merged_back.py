# diagnosis: heads-merged-by-reshape
# from: reference.py
# -     mixed = (weights @ v).transpose(1, 0, 2).reshape(length, width)
# +     mixed = (weights @ v).reshape(length, width)
