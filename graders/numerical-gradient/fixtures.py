"""Fixtures of numerical-gradient (tools/write_fixtures.py says how to run it)."""

import numpy as np
from write_fixtures import write


def truth(a, b, x, h):
    """What the central difference of f is on paper, and its differences in a longer format must agree."""
    closed = (a + a.T) @ x / 2 + b + np.cos(x) * np.sin(h) / h
    wide = [array.astype(np.longdouble) for array in (a, b, x)]
    np.testing.assert_allclose(differences(*wide, np.longdouble(h)), closed, rtol=0, atol=1e-9)
    return closed


def differences(a, b, x, h):
    f = lambda x: x @ a @ x / 2 + b @ x + np.sin(x).sum()
    return [(f(x + step) - f(x - step)) / (2 * h) for step in h * np.eye(len(x), dtype=np.longdouble)]


def cases():
    rng = np.random.default_rng(20261206)
    for size in [1, 2, 5, 16]:
        for h in [1e-4, 1e-2, 0.1, 0.5]:
            a = rng.uniform(-2, 2, (size, size))
            b, x = rng.uniform(-10, 10, size), rng.uniform(-4, 4, size)
            name = {"en": f"{size} coordinates, h {h}", "zh": f"{size} 个分量，h {h}"}
            yield name, [a, b, x, h], truth(a, b, x, h)


write(
    "numerical-gradient",
    "closed-form",
    "(A + A^T) x / 2 + b + cos(x) sin(h) / h, checked by differences in numpy.longdouble",
    ["numpy"],
    cases(),
)
