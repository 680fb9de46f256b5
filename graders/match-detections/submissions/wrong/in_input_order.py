# diagnosis: not-sorted
# from: reference.py
# -     for at in np.argsort(-scores, kind="stable"):
# +     for at in range(len(boxes)):
