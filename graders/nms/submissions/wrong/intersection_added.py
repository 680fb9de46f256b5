# diagnosis: intersection-added
# from: reference.py
# -         rest = rest[intersection <= threshold * (area[best] + area[rest] - intersection)]
# +         rest = rest[intersection <= threshold * (area[best] + area[rest] + intersection)]
