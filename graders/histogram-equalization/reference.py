import numpy as np


def histogram_equalization(image):
    """As cv2.equalizeHist: the cumulative histogram as a table, the darkest level that occurs at 0."""
    histogram = np.bincount(image.ravel(), minlength=256)
    darkest = histogram[image.min()]
    if darkest == image.size:
        return image.copy()
    table = np.rint(255 * (np.cumsum(histogram) - darkest) / (image.size - darkest))
    # Below the darkest level the table holds negative numbers, which no pixel asks for.
    return np.maximum(table, 0).astype(np.uint8)[image]
