# diagnosis: no-envelope
# from: reference.py
# -     envelope = np.maximum.accumulate(precision[::-1])[::-1]
# +     envelope = precision
