# diagnosis: none
# from: accepted/integral_image.py
# - def mean_filter(image, ksize):
# + def mean_filter(image, ksize):
# +     return blur(blur(image, ksize), ksize)
# +
# +
# + def blur(image, ksize):
