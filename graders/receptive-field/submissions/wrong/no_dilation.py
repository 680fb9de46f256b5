# diagnosis: dilation-ignored
# from: reference.py
# -         size += (kernel - 1) * dilation * jump
# +         size += (kernel - 1) * jump
