"""What bench:references measures in Python: OpenCV on one thread, the references in NumPy, and the naive way. Prints one JSON object of milliseconds.

    python tools/bench/references/filters.py EXERCISE SIZE KSIZE
"""

import json
import sys
import time
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[3]
SIGMA = 2.5

OPENCV = {
    "median-filter": lambda image, k: cv2.medianBlur(image, k),
    "max-filter": lambda image, k: cv2.dilate(image, np.ones((k, k), np.uint8), borderType=cv2.BORDER_REPLICATE),
    "min-filter": lambda image, k: cv2.erode(image, np.ones((k, k), np.uint8), borderType=cv2.BORDER_REPLICATE),
    "mean-filter": lambda image, k: cv2.blur(image, (k, k)),
    "gaussian-filter": lambda image, k: cv2.GaussianBlur(image, (k, k), SIGMA),
}
NAIVE = {
    "median-filter": lambda windows: np.median(windows, axis=(2, 3)),
    "max-filter": lambda windows: windows.max(axis=(2, 3)),
    "min-filter": lambda windows: windows.min(axis=(2, 3)),
    "mean-filter": lambda windows: windows.mean(axis=(2, 3)),
    "gaussian-filter": lambda windows: np.einsum("ijkl,kl->ij", windows, kernel(windows.shape[2])),
}


def kernel(k):
    row = cv2.getGaussianKernel(k, SIGMA)
    return row @ row.T


def naive(exercise, image, k):
    """Every pixel of every window."""
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(image, k // 2, mode="reflect"), (k, k))
    return NAIVE[exercise](windows)


def reference(exercise):
    held = {}
    exec((ROOT / "graders" / exercise / "reference.py").read_text(), held)
    call = held[exercise.replace("-", "_")]
    return (lambda image, k: call(image, k, SIGMA)) if exercise == "gaussian-filter" else call


def best_of(run, seconds):
    """The least of a few calls, in milliseconds of this thread's CPU."""
    times, end = [], time.perf_counter() + seconds
    while not times or (time.perf_counter() < end and len(times) < 50):
        before = time.thread_time()
        run()
        times.append((time.thread_time() - before) * 1000)
    return min(times)


exercise, size, ksize = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
cv2.setNumThreads(1)
image = np.random.default_rng(0).integers(0, 256, (size, size), np.uint8)
if exercise == "gaussian-filter":
    image = image.astype(np.float32)
in_numpy = reference(exercise)
# Times of filters that differ, say in the border, would tell nothing.
np.testing.assert_allclose(in_numpy(image, ksize), OPENCV[exercise](image, ksize), rtol=0, atol=1e-3 if image.dtype == np.float32 else 0)
print(
    json.dumps(
        {
            "opencv": best_of(lambda: OPENCV[exercise](image, ksize), 0.3),
            "py": best_of(lambda: in_numpy(image, ksize), 0.5),
            "naive": best_of(lambda: naive(exercise, image, ksize), 0),
        }
    )
)
