import numpy as np


def otsu_threshold(image):
    """Otsu 1979 over the histogram; sums of whole numbers, so that equal splits are equal exactly."""
    histogram = np.bincount(image.ravel(), minlength=256)
    dark = np.cumsum(histogram)
    dark_sum = np.cumsum(histogram * np.arange(256))
    count, total = dark[-1], dark_sum[-1]
    # Proportional to w0 w1 (mu0 - mu1)²; an empty class makes the numerator 0 too.
    spread = (count * dark_sum - dark * total).astype(np.float64) ** 2
    variance = spread / np.maximum(dark * (count - dark), 1)
    return int(np.argmax(variance))
