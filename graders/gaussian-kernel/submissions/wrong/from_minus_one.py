# diagnosis: distances-from-minus-one-to-one
# from: reference.py
# -     distance = np.arange(ksize) - (ksize - 1) / 2
# +     distance = np.linspace(-1, 1, ksize)
