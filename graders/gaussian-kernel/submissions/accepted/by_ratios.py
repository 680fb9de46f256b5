# Neighbouring weights differ by a factor that itself falls by a constant factor: no more than two exponentials.
import math


def gaussian_kernel(ksize, sigma):
    step = math.exp(-1 / (2 * sigma * sigma))
    side = [1.0]
    ratio = step
    for _ in range(ksize // 2):
        side.append(side[-1] * ratio)
        ratio *= step * step
    line = side[:0:-1] + side
    total = math.fsum(line)
    return [[down / total * (across / total) for across in line] for down in line]
