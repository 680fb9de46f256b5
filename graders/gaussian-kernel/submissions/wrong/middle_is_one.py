# diagnosis: not-normalised
# from: accepted/mgrid.py
# -     return kernel / kernel.sum()
# +     return kernel
