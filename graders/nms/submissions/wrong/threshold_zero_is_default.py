# diagnosis: none
# from: reference.py
# -     rest = np.argsort(-scores, kind="stable")
# +     threshold = threshold or 0.5
# +     rest = np.argsort(-scores, kind="stable")
