# verdict: invalid-output
def mean_filter(image, ksize):
    cycle = {}
    cycle["data"] = cycle
    return cycle
