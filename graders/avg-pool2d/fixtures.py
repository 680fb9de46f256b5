"""Fixtures of avg-pool2d (tools/write_fixtures.py says how to run it)."""

from pooling_fixtures import write_pooling
from torch.nn.functional import avg_pool2d

write_pooling("avg-pool2d", avg_pool2d, 20260703)
