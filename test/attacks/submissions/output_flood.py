# verdict: output-limit
def mean_filter(image, ksize):
    while True:
        print("x" * 1000)
