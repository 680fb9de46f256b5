# diagnosis: intersection-added
# from: reference.py
# -     union = area(a[:, 2:] - a[:, :2])[:, None] + area(b[:, 2:] - b[:, :2]) - intersection
# +     union = area(a[:, 2:] - a[:, :2])[:, None] + area(b[:, 2:] - b[:, :2]) + intersection
