# diagnosis: forward-difference
# from: reference.py
# -     return np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
# +     return np.array([(f(x + step) - f(x)) / h for step in steps])
