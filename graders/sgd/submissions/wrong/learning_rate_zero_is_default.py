# diagnosis: none
# from: reference.py
# -     p = params.astype(np.float64)
# +     lr = lr or 0.01
# +     p = params.astype(np.float64)
