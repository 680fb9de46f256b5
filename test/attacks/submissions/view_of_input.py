# verdict: wrong-answer
def mean_filter(image, ksize):
    return image[::1]
