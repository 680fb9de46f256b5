# Linking by dilation of the strong pixels within the weak ones, until nothing changes.
import numpy as np


def shifted(framed, dy, dx):
    h, w = framed.shape
    return framed[1 + dy : h - 1 + dy, 1 + dx : w - 1 + dx]


def canny(image, low, high):
    low, high = sorted((low, high))
    p = np.pad(image, 1, mode="edge").astype(int)
    gx = sum(k * (shifted(p, i, 1) - shifted(p, i, -1)) for i, k in ((-1, 1), (0, 2), (1, 1)))
    gy = sum(k * (shifted(p, 1, j) - shifted(p, -1, j)) for j, k in ((-1, 1), (0, 2), (1, 1)))
    m = abs(gx) + abs(gy)
    q = np.pad(m, 1)
    angle = np.degrees(np.arctan2(gy, gx)) % 180
    sector = ((angle + 22.5) // 45).astype(int) % 4
    peaks = [
        (m > shifted(q, 0, -1)) & (m >= shifted(q, 0, 1)),
        (m > shifted(q, -1, -1)) & (m > shifted(q, 1, 1)),
        (m > shifted(q, -1, 0)) & (m >= shifted(q, 1, 0)),
        (m > shifted(q, -1, 1)) & (m > shifted(q, 1, -1)),
    ]
    weak = np.choose(sector, peaks) & (m > low)
    edges = weak & (m > high)
    while True:
        framed = np.pad(edges, 1)
        grown = weak & np.logical_or.reduce([shifted(framed, i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)])
        if (grown == edges).all():
            return edges.astype(np.uint8) * 255
        edges = grown
