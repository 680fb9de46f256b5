import numpy as np


def bilinear_resize(image, height, width):
    """As torch.nn.functional.interpolate(mode="bilinear", align_corners=False)."""
    above, below, down = blends(image.shape[0], height)
    left, right, across = blends(image.shape[1], width)
    rows = image.astype(np.float64)
    rows = rows[above] * (1 - down)[:, None] + rows[below] * down[:, None]
    return (rows[:, left] * (1 - across) + rows[:, right] * across).astype(np.float32)


def blends(size, wanted):
    """Of which two pixels each output pixel of an axis is a blend, and the share of the second."""
    coordinate = np.clip((np.arange(wanted) + 0.5) * size / wanted - 0.5, 0, size - 1)
    first = np.floor(coordinate).astype(int)
    return first, np.minimum(first + 1, size - 1), coordinate - first
