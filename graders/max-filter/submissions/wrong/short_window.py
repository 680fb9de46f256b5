# diagnosis: window-one-short
# from: accepted/shifted_copies.py
# -     for j in range(1, ksize):
# +     for j in range(1, ksize - 1):
# -     for i in range(1, ksize):
# +     for i in range(1, ksize - 1):
