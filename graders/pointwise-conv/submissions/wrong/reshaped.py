# diagnosis: channels-read-last+channels-written-last
def pointwise_conv(x, weight):
    n, c, h, w = x.shape
    return (x.reshape(-1, c) @ weight.T).reshape(n, -1, h, w)
