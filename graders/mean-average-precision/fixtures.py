"""Fixtures of mean-average-precision (tools/write_fixtures.py says how to run it)."""

import contextlib
import io

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from write_fixtures import write


def annotations(boxes, labels, images, scores=None):
    made = []
    for at, (x1, y1, x2, y2) in enumerate(boxes.astype(np.float64).tolist()):
        made.append({
            "id": at + 1,  # 0 would count as "no match"
            "bbox": [x1, y1, x2 - x1, y2 - y1],
            "area": (x2 - x1) * (y2 - y1),
            "category_id": int(labels[at]),
            "image_id": int(images[at]),
            "iscrowd": 0,
        })
        if scores is not None:
            made[-1]["score"] = float(scores[at])
    return made


def dataset(made, labels, images):
    coco = COCO()
    coco.dataset = {
        "images": [{"id": image} for image in images],
        "categories": [{"id": label} for label in labels],
        "annotations": made,
    }
    coco.createIndex()
    return coco


def truth(boxes, scores, labels, images, gt_boxes, gt_labels, gt_images):
    every_label = sorted({*labels.tolist(), *gt_labels.tolist()})
    every_image = sorted({*images.tolist(), *gt_images.tolist()})
    with contextlib.redirect_stdout(io.StringIO()):
        evaluation = COCOeval(
            dataset(annotations(gt_boxes, gt_labels, gt_images), every_label, every_image),
            dataset(annotations(boxes, labels, images, scores), every_label, every_image),
            "bbox",
        )
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    values = [float(value) for value in evaluation.stats[:3]]
    return dict(zip(["map", "map50", "map75"], values))


def random_boxes(rng, count):
    corner = rng.random((count, 2)) * 100
    return np.concatenate([corner, corner + 8 + rng.random((count, 2)) * 40], axis=1).astype(np.float32)


def draw(rng, detections, truths, images, classes, ties):
    """Detections are shaken copies of objects, one in five stands anywhere; no IoU is near a threshold."""
    gt_boxes, gt_labels = random_boxes(rng, truths), rng.integers(1, classes + 1, truths).astype(np.int32)
    gt_images = (3 * rng.integers(1, images + 1, truths)).astype(np.int32)
    boxes, labels = random_boxes(rng, detections), rng.integers(1, classes + 2, detections).astype(np.int32)
    image_ids = (3 * rng.integers(1, images + 1, detections)).astype(np.int32)
    for at in range(detections if truths else 0):
        if rng.random() < 0.8:
            of = rng.integers(truths)
            side = np.tile(gt_boxes[of, 2:] - gt_boxes[of, :2], 2)
            boxes[at] = gt_boxes[of] + (rng.random(4) * 2 - 1) * rng.choice([0.02, 0.08, 0.25]) * side
            labels[at], image_ids[at] = gt_labels[of], gt_images[of]
    scores = (rng.integers(1, 9, detections) / 8 if ties else rng.random(detections)).astype(np.float32)
    return [boxes, scores, labels, image_ids, gt_boxes, gt_labels, gt_images]


def is_clear(boxes, scores, labels, images, gt_boxes, gt_labels, gt_images):
    """No IoU near a threshold, and no class with a multiple of five objects (recall 3/5 is not 6 * 0.1 in floating point)."""
    low = np.maximum(boxes[:, None, :2], gt_boxes[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], gt_boxes[None, :, 2:])
    shared = np.prod(np.clip(high - low, 0, None), axis=2, dtype=np.float64)
    areas = [np.prod(b[:, 2:] - b[:, :2], axis=1, dtype=np.float64) for b in (boxes, gt_boxes)]
    iou = shared / (areas[0][:, None] + areas[1] - shared)
    near = np.abs(iou * 20 - np.rint(iou * 20)) < 1e-4
    counts = np.unique(gt_labels, return_counts=True)[1]
    return not (near & (iou > 0.4)).any() and (counts % 5 != 0).all()


SIZES = [
    (0, 0, 1, 1, False),
    (3, 0, 1, 1, False),
    (0, 3, 1, 1, False),
    (1, 1, 1, 1, False),
    (6, 4, 1, 1, False),
    (12, 8, 2, 2, True),
    (30, 12, 3, 3, False),
    (30, 12, 3, 3, True),
    (80, 35, 6, 4, False),
    (150, 55, 8, 5, True),
    (240, 63, 1, 1, False),
    (260, 66, 1, 3, True),
]


def cases():
    rng = np.random.default_rng(20260606)
    for size in SIZES:
        args = draw(rng, *size)
        while not is_clear(*args):
            args = draw(rng, *size)
        detections, truths, images, classes, ties = size
        name = {
            "en": f"{detections} detections, {truths} objects, {images} images, {classes} classes{', equal scores' if ties else ''}",
            "zh": f"{detections} 个检测，{truths} 个目标，{images} 张图像，{classes} 个类别{'，有相同得分' if ties else ''}",
        }
        yield name, args, truth(*args)


write("mean-average-precision", "coco", "pycocotools.COCOeval (bbox)", ["pycocotools", "numpy"], cases())
