# Nine shifted images for each kernel.
import numpy as np

KERNEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=np.float64)


def correlate(padded, kernel):
    h, w = padded.shape[0] - 2, padded.shape[1] - 2
    return sum(kernel[i, j] * padded[i : i + h, j : j + w] for i in range(3) for j in range(3))


def sobel(image):
    padded = image
    for axis in (0, 1):
        pad = [(0, 0), (0, 0)]
        pad[axis] = (1, 1)
        padded = np.pad(padded, pad, mode="reflect" if image.shape[axis] > 1 else "edge")
    gx = correlate(padded, KERNEL)
    gy = correlate(padded, KERNEL.T)
    return dict(gx=gx, gy=gy, magnitude=np.sqrt(gx**2 + gy**2))
