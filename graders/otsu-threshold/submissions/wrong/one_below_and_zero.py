# diagnosis: one-below-but-not-negative
# from: reference.py
# -     return int(np.argmax(variance))
# +     return max(0, int(np.argmax(variance)) - 1)
