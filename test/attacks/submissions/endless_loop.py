# verdict: time-limit
def mean_filter(image, ksize):
    while True:
        pass
