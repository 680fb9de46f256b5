# diagnosis: none
# from: reference.py
# -     windows = windows[:, :, ::stride, ::stride, ::dilation, ::dilation]
# +     windows = windows[:, :, ::stride, :, ::dilation, ::dilation]
