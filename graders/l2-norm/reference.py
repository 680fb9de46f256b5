import numpy as np


def l2_norm(x):
    """As BLAS's dnrm2 up to LAPACK 3.9: scaled by the largest magnitude, so that no square is above 1 and one is 1."""
    largest = np.max(np.abs(x), initial=0.0)
    if largest == 0:
        return 0.0
    return largest * np.sqrt(np.sum((x / largest) ** 2))
