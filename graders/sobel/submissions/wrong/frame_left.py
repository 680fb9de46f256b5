# diagnosis: border-unfiltered+magnitude-l1
import numpy as np


def sobel(image):
    gx = np.zeros_like(image)
    gy = np.zeros_like(image)
    for i in range(1, image.shape[0] - 1):
        for j in range(1, image.shape[1] - 1):
            w = image[i - 1 : i + 2, j - 1 : j + 2]
            gx[i, j] = w[0, 2] + 2 * w[1, 2] + w[2, 2] - w[0, 0] - 2 * w[1, 0] - w[2, 0]
            gy[i, j] = w[2, 0] + 2 * w[2, 1] + w[2, 2] - w[0, 0] - 2 * w[0, 1] - w[0, 2]
    return {"gx": gx, "gy": gy, "magnitude": np.abs(gx) + np.abs(gy)}
