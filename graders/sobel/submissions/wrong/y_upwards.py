# diagnosis: gy-negated
# from: reference.py
# -     down = padded[2:] - padded[:-2]
# +     down = padded[:-2] - padded[2:]
