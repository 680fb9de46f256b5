# One histogram a column; the histograms of all windows of a row are differences of their running sum.
import numpy as np


def median_filter(image, ksize):
    h, w = image.shape
    padded = np.pad(image, ksize // 2, mode="edge").astype(np.intp)
    half = ksize * ksize // 2
    # counts stay below 65536 for every ksize up to 255, and differences are right even where the running sum wraps
    hist = np.zeros((w + ksize, 256), dtype=np.uint16)  # row 0 stays empty
    running = np.empty_like(hist)
    window = np.empty((w, 256), dtype=np.uint16)
    flat = hist.reshape(-1)
    slot = (np.arange(w + ksize - 1) + 1) * 256
    out = np.empty_like(image)
    for y in range(ksize - 1):
        flat[slot + padded[y]] += 1
    for y in range(h):
        flat[slot + padded[y + ksize - 1]] += 1
        np.cumsum(hist, axis=0, out=running)
        np.subtract(running[ksize:], running[:-ksize], out=window)
        np.cumsum(window, axis=1, out=window)
        out[y] = np.count_nonzero(window <= half, axis=1)
        flat[slot + padded[y]] -= 1
    return out
