# Appended to every Python submission here: a right answer, slow for large windows.
def right(image, ksize):
    import numpy
    height, width = image.shape
    def mirrored(length):
        period = max(2 * (length - 1), 1)
        folded = numpy.arange(-(ksize // 2), length + ksize // 2) % period
        return numpy.minimum(folded, period - folded) if length > 1 else folded * 0
    padded = image[numpy.ix_(mirrored(height), mirrored(width))]
    sums = numpy.zeros((height, width), numpy.int32)
    for y in range(ksize):
        for x in range(ksize):
            sums += padded[y : y + height, x : x + width]
    return ((sums + ksize * ksize // 2) // (ksize * ksize)).astype(numpy.uint8)


class Reached(Exception):
    pass


def reached(what):
    raise Reached("REACHED %s" % what)
