# diagnosis: last-product-alone
# from: reference.py
# -             out += weight[:, row, column][:, None, None] * shifted
# +             out = weight[:, row, column][:, None, None] * shifted
