# verdict: invalid-output
# message: changed its argument image
def mean_filter(image, ksize):
    answer = right(image, ksize)
    image[:] = 0
    return answer
