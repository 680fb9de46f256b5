# diagnosis: four-connected
# from: accepted/stack_of_pixels.py
# -     steps = (-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1)
# +     steps = (-stride, -1, 1, stride)
