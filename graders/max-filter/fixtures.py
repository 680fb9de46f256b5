"""Fixtures of max-filter (tools/write_fixtures.py says how to run it)."""

from scipy import ndimage

from grey_fixtures import write_grey_filter

write_grey_filter(
    "max-filter",
    "scipy",
    'scipy.ndimage.maximum_filter(mode="nearest")',
    ["scipy", "numpy"],
    lambda image, ksize: ndimage.maximum_filter(image, ksize, mode="nearest"),
    seed=20261128,
)
