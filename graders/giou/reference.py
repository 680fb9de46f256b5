import numpy as np


def giou(a, b):
    """Generalized IoU of the boxes of each row: less the share of the enclosing box that the union does not fill."""
    a, b = a.astype(np.float64), b.astype(np.float64)
    low, high = np.maximum(a[:, :2], b[:, :2]), np.minimum(a[:, 2:], b[:, 2:])
    intersection = np.maximum(high - low, 0).prod(axis=1)
    union = (a[:, 2:] - a[:, :2]).prod(axis=1) + (b[:, 2:] - b[:, :2]).prod(axis=1) - intersection
    hull = (np.maximum(a[:, 2:], b[:, 2:]) - np.minimum(a[:, :2], b[:, :2])).prod(axis=1)
    return (quotient(intersection, union) - quotient(hull - union, hull)).astype(np.float32)


def quotient(dividend, divisor):
    return np.divide(dividend, divisor, out=np.zeros_like(dividend), where=divisor > 0)
