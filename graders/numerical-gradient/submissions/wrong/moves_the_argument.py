# verdict: invalid-output
import numpy as np


def numerical_gradient(a, b, x, h):
    f = lambda x: x @ a @ x / 2 + b @ x + np.sin(x).sum()
    gradient = np.zeros(len(x))
    for i in range(len(x)):
        x[i] += h
        more = f(x)
        x[i] -= 2 * h
        less = f(x)
        x[i] += h
        gradient[i] = (more - less) / (2 * h)
    return gradient
