# diagnosis: distances-stretched
# from: reference.py
# -     distance = np.arange(ksize) - (ksize - 1) / 2
# +     distance = np.linspace(-ksize / 2, ksize / 2, ksize)
