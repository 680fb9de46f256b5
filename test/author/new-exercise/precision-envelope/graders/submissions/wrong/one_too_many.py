# verdict: invalid-output
# from: reference.py
# -     return np.array(list(accumulate(precision[::-1].tolist(), max)))[::-1]
# +     return np.array(list(accumulate(precision[::-1].tolist(), max, initial=0.0)))[::-1]
