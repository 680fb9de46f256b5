"""Fixtures of yolov3-loss (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, mse_loss
from write_fixtures import write


def truth(pred, target, mask, ignore):
    """In double precision, as darknet's gradients have it: weights that are 0 where a term does not count."""
    z, t = (torch.from_numpy(array).double() for array in (pred, target))
    responsible = torch.from_numpy(mask).double()
    counted = torch.maximum(responsible, 1 - torch.from_numpy(ignore).double())

    def entropy(channels, weight):
        return binary_cross_entropy_with_logits(z[:, channels], t[:, channels], weight=weight, reduction="sum")

    def every(count):
        return responsible[:, None].expand(-1, count, -1, -1)

    sizes = mse_loss(z[:, 2:4], t[:, 2:4], reduction="none") * every(2)
    box = entropy(slice(0, 2), every(2)) + 0.5 * sizes.sum()
    objectness = entropy(4, counted)
    classes = entropy(slice(5, None), every(pred.shape[1] - 5))
    parts = {"box": box, "objectness": objectness, "class": classes, "total": box + objectness + classes}
    return {name: float(value) for name, value in parts.items()}


def draw(rng, anchors, classes, height, width, scale, share):
    shape = (anchors, 5 + classes, height, width)
    mask = (rng.random((anchors, height, width)) < share).astype(np.uint8)
    ignore = (rng.random((anchors, height, width)) < 0.3).astype(np.uint8)
    target = rng.standard_normal(shape)
    target[:, :2] = rng.random((anchors, 2, height, width))
    target[:, 4] = mask
    target[:, 5:] = rng.random((anchors, classes, height, width)) < 0.3
    pred = np.clip(scale * rng.standard_normal(shape), -100, 100)
    return [pred.astype(np.float32), target.astype(np.float32), mask, ignore]


def cases():
    rng = np.random.default_rng(20261201)
    for size in [(1, 1, 1, 1), (1, 3, 2, 2), (3, 2, 2, 3), (2, 5, 3, 1), (3, 4, 4, 4), (3, 20, 3, 3)]:
        for scale, share in [(1, 0.4), (30, 0.4), (2, 0)]:
            args = draw(rng, *size, scale, share)
            anchors, classes, height, width = size
            name = {
                "en": f"{anchors} anchors, {classes} classes, grid {height}x{width}, logits of scale {scale}{', no object' if share == 0 else ''}",
                "zh": f"{anchors} 个锚框，{classes} 个类别，网格 {height}x{width}，logit 尺度 {scale}{'，没有目标' if share == 0 else ''}",
            }
            yield name, args, truth(*args)


write(
    "yolov3-loss",
    "torch",
    "torch.nn.functional.binary_cross_entropy_with_logits and mse_loss in float64",
    ["torch", "numpy"],
    cases(),
)
