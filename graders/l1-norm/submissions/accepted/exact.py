# Exactly rounded, without an array.
import math


def l1_norm(x):
    return math.fsum(abs(value) for value in x)
