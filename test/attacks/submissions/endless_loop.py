# verdict: time-limit
# requestMs: 250
def mean_filter(image, ksize):
    while True:
        pass
