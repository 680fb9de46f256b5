# Exactly: whole numbers do not overflow.
from fractions import Fraction
from math import isqrt


def l2_norm(x):
    square = sum(Fraction(float(value)) ** 2 for value in x)
    # 256 bits behind the point beyond what the smallest square needs
    shift = 2 * 1400
    root = isqrt(int(square * 2**shift))
    return float(Fraction(root, 2 ** (shift // 2)))
