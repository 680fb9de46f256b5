# diagnosis: none
# from: reference.py
# -     highest = scores.max(axis=1, keepdims=True)
# +     highest = np.ma.masked_invalid(scores).mean(axis=1, keepdims=True).filled(0)
