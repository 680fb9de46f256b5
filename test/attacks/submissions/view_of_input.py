# verdict: invalid-output
# message: memory of the argument image
def mean_filter(image, ksize):
    return image[::1]
