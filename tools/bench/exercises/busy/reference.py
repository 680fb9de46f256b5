import numpy as np


def busy(values, rounds):
    return work(values, rounds)


def work(values, rounds):
    x = np.zeros_like(values)
    for _ in range(rounds):
        x = x / 2 + values
    return x.sum()
