# diagnosis: all-weak
# from: accepted/dilated.py
# -     edges = weak & (m > high)
# +     edges = weak
