# Counts by binary search in the sorted pixels.
import numpy as np


def histogram_equalization(image):
    ordered = np.sort(image.ravel())
    darkest = np.searchsorted(ordered, ordered[0], side="right")
    if darkest == ordered.size:
        return np.array(image)
    counts = np.searchsorted(ordered, image, side="right")
    return np.floor(255.0 * (counts - darkest) / (ordered.size - darkest) + 0.5).astype(np.uint8)
