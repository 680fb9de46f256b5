"""Fixtures of min-filter (tools/write_fixtures.py says how to run it)."""

from scipy import ndimage

from grey_fixtures import write_grey_filter

write_grey_filter(
    "min-filter",
    "scipy",
    'scipy.ndimage.minimum_filter(mode="nearest")',
    ["scipy", "numpy"],
    lambda image, ksize: ndimage.minimum_filter(image, ksize, mode="nearest"),
    seed=20261129,
)
