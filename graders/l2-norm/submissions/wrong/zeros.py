# diagnosis: zeros-divided
# from: reference.py
# -     if largest == 0:
# +     if x.size == 0:
