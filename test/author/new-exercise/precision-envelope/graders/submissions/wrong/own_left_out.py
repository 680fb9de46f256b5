# diagnosis: none
# from: reference.py
# -     return np.array(list(accumulate(precision[::-1].tolist(), max)))[::-1]
# +     return np.array(list(accumulate([0.0, *precision[::-1].tolist()], max)))[:-1][::-1]
