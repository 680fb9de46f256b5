# diagnosis: gradient-of-log-probabilities
# from: reference.py
# -     grad = np.exp(log_p)
# +     grad = log_p.copy()
