# diagnosis: half-missing+divided-by-h
# from: reference.py
# -         return x @ a @ x / 2 + b @ x + np.sin(x).sum()
# +         return x @ a @ x + b @ x + np.sin(x).sum()
# -     return np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
# +     return np.array([(f(x + step) - f(x - step)) / h for step in steps])
