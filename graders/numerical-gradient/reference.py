import numpy as np


def numerical_gradient(a, b, x, h):
    """(f(x + h e_i) - f(x - h e_i)) / 2h for each i."""

    def f(x):
        return x @ a @ x / 2 + b @ x + np.sin(x).sum()

    steps = h * np.eye(len(x))
    return np.array([(f(x + step) - f(x - step)) / (2 * h) for step in steps])
