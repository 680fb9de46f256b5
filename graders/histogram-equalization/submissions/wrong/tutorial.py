# diagnosis: truncated+constant-black
import numpy as np


def histogram_equalization(image):
    hist, _ = np.histogram(image.flatten(), 256, [0, 256])
    cdf = hist.cumsum()
    cdf_m = np.ma.masked_equal(cdf, 0)
    if cdf_m.max() == cdf_m.min():
        return np.zeros_like(image)
    cdf_m = (cdf_m - cdf_m.min()) * 255 / (cdf_m.max() - cdf_m.min())
    return np.ma.filled(cdf_m, 0).astype("uint8")[image]
