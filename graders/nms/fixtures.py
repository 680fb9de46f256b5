"""Fixtures of nms (tools/write_fixtures.py says how to run it)."""

import numpy as np
import torch
from torchvision.ops import box_iou, nms
from write_fixtures import write


def on_grid(rng, count):
    """Whole coordinates and few scores: ties, and IoUs that are exactly the threshold."""
    corner = rng.integers(-4, 9, (count, 2))
    size = np.stack([rng.integers(0, 9, count), rng.integers(1, 9, count)], axis=1)
    boxes = np.concatenate([corner, corner + size], axis=1).astype(np.float32)
    return boxes, (rng.integers(1, 5, count) / 4).astype(np.float32)


def in_clusters(rng, count):
    objects = rng.random((max(1, count // 5), 4)) * 60
    boxes = objects[rng.integers(0, len(objects), count)] + (rng.random((count, 4)) - 0.5) * 8
    boxes[:, 2:] += boxes[:, :2] + 8
    return boxes.astype(np.float32), rng.random(count).astype(np.float32)


PLACES = {on_grid: "整数坐标", in_clusters: "成簇的框"}


def is_clear(boxes, threshold):
    """No IoU so near the threshold, without being equal to it, that f32 and f64 arithmetic could differ."""
    gap = (box_iou(torch.from_numpy(boxes), torch.from_numpy(boxes)) - threshold).abs()
    return not ((gap > 0) & (gap < 1e-5)).any()


def truth(boxes, scores, threshold):
    return nms(torch.from_numpy(boxes), torch.from_numpy(scores), threshold).numpy().astype(np.int32)


def cases():
    rng = np.random.default_rng(20260605)
    for draw, counts, thresholds in [
        (on_grid, (0, 2, 5, 12, 30), (0.0, 0.25, 0.5, 0.75)),
        (in_clusters, (1, 8, 40, 100), (0.3, 0.45, 0.5, 0.7)),
    ]:
        for count in counts:
            for threshold in thresholds:
                boxes, scores = draw(rng, count)
                while not is_clear(boxes, threshold):
                    boxes, scores = draw(rng, count)
                name = {
                    "en": f"{draw.__name__.replace('_', ' ')}, {count} boxes, threshold {threshold}",
                    "zh": f"{PLACES[draw]}，{count} 个框，阈值 {threshold}",
                }
                yield name, [boxes, scores, threshold], truth(boxes, scores, threshold)


write("nms", "torchvision", "torchvision.ops.nms", ["torchvision", "torch", "numpy"], cases())
