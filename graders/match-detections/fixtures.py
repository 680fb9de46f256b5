"""Fixtures of match-detections (tools/write_fixtures.py says how to run it)."""

import contextlib
import io

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from write_fixtures import write


def truth(boxes, scores, truths, threshold):
    with contextlib.redirect_stdout(io.StringIO()):
        found = [{**one, "score": float(score)} for one, score in zip(annotations(boxes), scores)]
        evaluation = COCOeval(dataset(annotations(truths)), dataset(found), "bbox")
        evaluation.params.iouThrs = np.array([threshold])
        evaluation.params.maxDets = [1000]
        evaluation.evaluate()
    flags = np.zeros(len(boxes), dtype=np.uint8)
    matched = evaluation.evalImgs[0]
    if matched is not None:
        for id, object in zip(matched["dtIds"], matched["dtMatches"][0]):
            flags[id - 1] = object > 0
    return flags


def annotations(boxes):
    return [
        # An id of 0 would count as "no match".
        {"id": at + 1, "image_id": 1, "category_id": 1, "bbox": [x1, y1, x2 - x1, y2 - y1], "area": (x2 - x1) * (y2 - y1), "iscrowd": 0}
        for at, (x1, y1, x2, y2) in enumerate(boxes.astype(np.float64).tolist())
    ]


def dataset(annotations):
    coco = COCO()
    coco.dataset = {"images": [{"id": 1}], "categories": [{"id": 1}], "annotations": annotations}
    coco.createIndex()
    return coco


def on_grid(rng, count):
    corner = rng.integers(0, 6, (count, 2))
    return np.concatenate([corner, corner + rng.integers(1, 7, (count, 2))], axis=1).astype(np.float32)


def shaken(rng, count):
    corner = rng.integers(0, 4, (count, 2)) * 15 + rng.random((count, 2)) * 6
    return np.concatenate([corner, corner + 20 + rng.random((count, 2)) * 6], axis=1).astype(np.float32)


PLACES = {on_grid: "整数坐标", shaken: "成簇的框"}


def is_clear(boxes, truths, threshold):
    """No IoU so near the threshold or another, without being equal, that f32 and f64 arithmetic could differ."""
    low = np.maximum(boxes[:, None, :2], truths[None, :, :2]).astype(np.float64)
    high = np.minimum(boxes[:, None, 2:], truths[None, :, 2:]).astype(np.float64)
    shared = np.prod(np.clip(high - low, 0, None), axis=2)
    areas = [np.prod((b[:, 2:] - b[:, :2]).astype(np.float64), axis=1) for b in (boxes, truths)]
    iou = shared / (areas[0][:, None] + areas[1] - shared)
    gaps = [np.abs(iou - threshold), *(np.abs(iou - iou[:, [at]]) for at in range(len(truths)))]
    return not any(((gap > 0) & (gap < 1e-5)).any() for gap in gaps)


def cases():
    rng = np.random.default_rng(20261130)
    for draw, sizes, thresholds in [
        (on_grid, ((0, 2), (3, 0), (4, 3), (12, 6), (30, 10)), (0.25, 0.5, 0.75)),
        (shaken, ((2, 2), (10, 5), (40, 16), (120, 30)), (0.3, 0.5, 0.7)),
    ]:
        for count, objects in sizes:
            for threshold in thresholds:
                while True:
                    boxes, truths = draw(rng, count), draw(rng, objects)
                    if is_clear(boxes, truths, threshold):
                        break
                scores = (rng.integers(1, 9, count) / 8 if draw is on_grid else rng.random(count)).astype(np.float32)
                name = {
                    "en": f"{draw.__name__.replace('_', ' ')}, {count} detections, {objects} objects, threshold {threshold}",
                    "zh": f"{PLACES[draw]}，{count} 个检测，{objects} 个目标，阈值 {threshold}",
                }
                yield name, [boxes, scores, truths, threshold], truth(boxes, scores, truths, threshold)


write("match-detections", "coco", "pycocotools.COCOeval.evaluateImg (bbox)", ["pycocotools", "numpy"], cases())
