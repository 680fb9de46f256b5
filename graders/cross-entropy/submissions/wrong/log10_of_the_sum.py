# diagnosis: log-sum-in-base-ten
# from: reference.py
# -     log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
# +     log_p = z - np.log10(np.exp(z).sum(axis=1, keepdims=True))
