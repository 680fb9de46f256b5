"""Fixtures of max-pool2d (tools/write_fixtures.py says how to run it)."""

from pooling_fixtures import write_pooling
from torch.nn.functional import max_pool2d

write_pooling("max-pool2d", max_pool2d, 20260702)
