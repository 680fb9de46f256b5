# diagnosis: none
import numpy as np


def gaussian_kernel(ksize, sigma):
    kernel = np.array(
        [
            [1, 4, 7, 4, 1],
            [4, 16, 26, 16, 4],
            [7, 26, 41, 26, 7],
            [4, 16, 26, 16, 4],
            [1, 4, 7, 4, 1],
        ],
        dtype=np.float64,
    )
    return kernel / kernel.sum()
