# Moving one coordinate changes f by one row and one column: only that change is computed.
import math


def numerical_gradient(a, b, x, h):
    n = len(x)
    gradient = []
    for i in range(n):
        slope = b[i] + sum((a[i, j] + a[j, i]) * x[j] for j in range(n)) / 2
        bend = a[i, i] / 2
        more = slope * h + bend * h * h + math.sin(x[i] + h)
        less = -slope * h + bend * h * h + math.sin(x[i] - h)
        gradient.append((more - less) / (2 * h))
    return gradient
