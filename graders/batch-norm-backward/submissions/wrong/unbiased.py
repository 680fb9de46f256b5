# diagnosis: unbiased-variance
# from: reference.py
# -     deviation = np.sqrt(x.var(axis=0) + eps)
# +     deviation = np.sqrt(x.var(axis=0, ddof=1) + eps)
