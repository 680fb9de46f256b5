# diagnosis: stride-and-dilation-swapped
# from: reference.py
# -     for kernel, stride, dilation in layers:
# +     for kernel, dilation, stride in layers:
