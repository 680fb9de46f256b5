# diagnosis: none
# from: reference.py
# -     params = params.copy()
# +     lr = lr or 1e-3
# +     params = params.copy()
