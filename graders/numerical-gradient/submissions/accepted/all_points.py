# All 2 N points as rows of one matrix, and f of all of them at once.
import numpy as np


def numerical_gradient(a, b, x, h):
    steps = h * np.eye(len(x))
    points = np.concatenate([x + steps, x - steps])
    values = np.einsum("pi,ij,pj->p", points, a, points) / 2 + points @ b + np.sin(points).sum(axis=1)
    more, less = values.reshape(2, -1)
    return (more - less) / (2 * h)
