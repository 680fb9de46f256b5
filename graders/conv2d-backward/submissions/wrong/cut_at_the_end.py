# diagnosis: padding-ignored-in-x
# from: accepted/windows.py
# -     grad_x = grad_x[:, :, padding : padding + x.shape[2], padding : padding + x.shape[3]]
# +     grad_x = grad_x[:, :, : x.shape[2], : x.shape[3]]
