# diagnosis: window-clipped
import numpy as np


def bilateral_filter(image, radius, sigma_color, sigma_space):
    h, w = image.shape
    image = image.astype(np.float64)
    out = np.zeros((h, w), dtype=np.float32)
    for y in range(h):
        for x in range(w):
            top, bottom = max(0, y - radius), min(h, y + radius + 1)
            left, right = max(0, x - radius), min(w, x + radius + 1)
            patch = image[top:bottom, left:right]
            yy, xx = np.mgrid[top:bottom, left:right]
            weight = np.exp(-((yy - y) ** 2 + (xx - x) ** 2) / (2 * sigma_space**2))
            weight *= np.exp(-((patch - image[y, x]) ** 2) / (2 * sigma_color**2))
            out[y, x] = (weight * patch).sum() / weight.sum()
    return out
