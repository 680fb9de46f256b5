# verdict: invalid-output
def mean_filter(image, ksize):
    return {"field%d" % at: at for at in range(10**5)}
