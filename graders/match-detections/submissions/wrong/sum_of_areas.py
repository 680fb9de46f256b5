# diagnosis: union-counts-twice
# from: reference.py
# -     union = area(a)[:, None] + area(b) - shared
# +     union = area(a)[:, None] + area(b)
