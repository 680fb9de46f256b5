# diagnosis: begun-with-zero+own-stride-counted
# from: reference.py
# -     size = jump = 1
# +     size, jump = 0, 1
# -         size += (kernel - 1) * dilation * jump
# -         jump *= stride
# +         jump *= stride
# +         size += (kernel - 1) * dilation * jump
