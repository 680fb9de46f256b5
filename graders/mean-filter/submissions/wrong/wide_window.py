# diagnosis: radius-is-ksize
# from: accepted/integral_image.py
# - def mean_filter(image, ksize):
# + def mean_filter(image, radius):
# +     ksize = 2 * radius + 1
