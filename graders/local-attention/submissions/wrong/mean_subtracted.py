# diagnosis: none
# from: reference.py
# -     weights = np.exp(scores - scores.max(axis=1, keepdims=True))
# +     weights = np.exp(scores - np.ma.masked_invalid(scores).mean(axis=1, keepdims=True).filled(0))
