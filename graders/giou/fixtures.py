"""Fixtures of giou (tools/write_fixtures.py says how to run it)."""

import numpy as np
from box_loss_fixtures import whole_numbers, write_box_loss
from torchvision.ops import generalized_box_iou_loss


def small(rng, count):
    corner = rng.random((count, 2))
    return np.concatenate([corner, corner + 0.3 + rng.random((count, 2))], axis=1).astype(np.float32)


def far_out(rng, count):
    corner = 3000 + rng.random((count, 2)) * 60
    return np.concatenate([corner, corner + 5 + rng.random((count, 2)) * 60], axis=1).astype(np.float32)


write_box_loss("giou", generalized_box_iou_loss, {whole_numbers: "整数坐标", small: "小框", far_out: "远离原点"}, 20261204)
