# diagnosis: all-coordinates-at-once
# from: reference.py
# -     return np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
# +     return np.array([(f(x + h) - f(x - h)) / (2 * h) for step in steps])
