# verdict: time-limit
# requestMs: 500
def mean_filter(image, ksize):
    while True:
        pass
