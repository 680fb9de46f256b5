# diagnosis: darkest-not-zero+constant-white
import numpy as np


def histogram_equalization(image):
    histogram, _ = np.histogram(image, bins=256, range=(0, 256))
    cdf = np.cumsum(histogram) / image.size
    return np.rint(255 * cdf).astype(np.uint8)[image]
