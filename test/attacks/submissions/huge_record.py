# verdict: invalid-output
asked = []


def mean_filter(image, ksize):
    asked.append(1)
    if len(asked) > 1:
        return right(image, ksize)
    return {"field%d" % at: at for at in range(10**5)}
