# diagnosis: first-pixel-alone+no-half-pixel
import numpy as np


def bilinear_resize(image, height, width):
    rows = np.arange(height) * image.shape[0] // height
    columns = np.arange(width) * image.shape[1] // width
    return image[rows][:, columns]
