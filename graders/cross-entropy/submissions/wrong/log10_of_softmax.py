# diagnosis: log-of-softmax+loss-in-base-ten
# from: reference.py
# -     log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
# -     grad = np.exp(log_p)
# +     grad = np.exp(z)
# +     grad /= grad.sum(axis=1, keepdims=True)
# +     log_p = np.log10(grad)
