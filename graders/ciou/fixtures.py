"""Fixtures of ciou (tools/write_fixtures.py says how to run it)."""

import numpy as np
from box_loss_fixtures import whole_numbers, write_box_loss
from torchvision.ops import complete_box_iou_loss


def anywhere(rng, count):
    corner = rng.random((count, 2)) * 60
    return np.concatenate([corner, corner + 1 + rng.random((count, 2)) * 60], axis=1).astype(np.float32)


def of_all_shapes(rng, count):
    corner = 400 + rng.random((count, 2)) * 10
    return np.concatenate([corner, corner + np.exp(rng.random((count, 2)) * 5)], axis=1).astype(np.float32)


write_box_loss("ciou", complete_box_iou_loss, {whole_numbers: "整数坐标", anywhere: "任意坐标", of_all_shapes: "各种形状"}, 20261205)
