# diagnosis: own-stride-counted
# from: reference.py
# -         size += (kernel - 1) * dilation * jump
# -         jump *= stride
# +         jump *= stride
# +         size += (kernel - 1) * dilation * jump
