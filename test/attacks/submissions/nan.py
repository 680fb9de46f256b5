# verdict: invalid-output
# message: float64
def mean_filter(image, ksize):
    return right(image, ksize) * float("nan")
