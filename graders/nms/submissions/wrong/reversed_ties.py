# diagnosis: ties-reversed
# from: reference.py
# -     rest = np.argsort(-scores, kind="stable")
# +     rest = np.argsort(scores, kind="stable")[::-1]
