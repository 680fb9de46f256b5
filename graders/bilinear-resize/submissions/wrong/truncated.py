# diagnosis: negative-fraction
import numpy as np


def bilinear_resize(image, height, width):
    rows, columns = image.shape
    out = np.zeros((height, width), np.float32)
    for i in range(height):
        for j in range(width):
            y = (i + 0.5) * rows / height - 0.5
            x = (j + 0.5) * columns / width - 0.5
            y0, x0 = int(y), int(x)
            y1, x1 = min(y0 + 1, rows - 1), min(x0 + 1, columns - 1)
            fy, fx = y - y0, x - x0
            top = (1 - fx) * image[y0, x0] + fx * image[y0, x1]
            bottom = (1 - fx) * image[y1, x0] + fx * image[y1, x1]
            out[i, j] = (1 - fy) * top + fy * bottom
    return out
