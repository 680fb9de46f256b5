# verdict: invalid-output
# message: is NaN
def mean_filter(image, ksize):
    return right(image, ksize) * float("nan")
