# diagnosis: none
# from: reference.py
# -     return np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
# +     h = h * np.maximum(1, abs(x))  # relative to the coordinate
# +     return np.array([(f(x + s * e) - f(x - s * e)) / (2 * s) for s, e in zip(h, np.eye(len(x)))])
