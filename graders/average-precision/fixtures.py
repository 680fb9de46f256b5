"""Fixtures of average-precision (tools/write_fixtures.py says how to run it)."""

import contextlib
import io

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval
from write_fixtures import write

BOX = [0.0, 0.0, 10.0, 10.0]


def coco101(tp, scores, positives):
    """Each detection has an image of its own, with an object just where it is, or none; in further images objects are missed."""
    images = list(range(1, len(tp) + positives - int(tp.sum()) + 1))
    with_object = [at + 1 for at, hit in enumerate(tp) if hit] + images[len(tp) :]
    objects = [annotation(id, image) for id, image in enumerate(with_object, start=1)]
    found = [{**annotation(at + 1, at + 1), "score": float(score)} for at, score in enumerate(scores)]
    with contextlib.redirect_stdout(io.StringIO()):
        evaluation = COCOeval(dataset(objects, images), dataset(found, images), "bbox")
        evaluation.evaluate()
        evaluation.accumulate()
    # IoU threshold, recall, class, area, limit: the first threshold, all areas, the largest limit.
    return float(evaluation.eval["precision"][0, :, 0, 0, 2].mean())


def annotation(id, image):
    return {"id": id, "image_id": image, "category_id": 1, "bbox": BOX, "area": 100.0, "iscrowd": 0}


def dataset(annotations, images):
    coco = COCO()
    coco.dataset = {
        "images": [{"id": image} for image in images],
        "categories": [{"id": 1}],
        "annotations": annotations,
    }
    coco.createIndex()
    return coco


def curve(tp, scores, positives):
    hit = tp[np.lexsort((np.arange(len(tp)), -scores))].astype(bool)
    true_positives, false_positives = np.cumsum(hit), np.cumsum(~hit)
    return true_positives / positives, true_positives / (true_positives + false_positives)


def voc07(tp, scores, positives):
    """VOCevaldet.m of 2007: for t = 0:0.1:1, p = max(prec(rec >= t)), or 0; ap = ap + p / 11."""
    recall, precision = curve(tp, scores, positives)
    return sum(max(precision[recall >= t], default=0.0) / 11 for t in np.linspace(0, 1, 11))


def area(tp, scores, positives):
    """VOCap.m of 2010."""
    recall, precision = curve(tp, scores, positives)
    mrec, mpre = np.concatenate([[0], recall, [1]]), np.concatenate([[0], precision, [0]])
    for at in range(len(mpre) - 2, -1, -1):
        mpre[at] = max(mpre[at], mpre[at + 1])
    rises = np.flatnonzero(mrec[1:] != mrec[:-1]) + 1
    return float(np.sum((mrec[rises] - mrec[rises - 1]) * mpre[rises]))


METHODS = {"voc07": voc07, "area": area, "coco101": coco101}


def cases():
    rng = np.random.default_rng(20261129)
    for count, positives in ((0, 3), (1, 1), (5, 3), (12, 9), (40, 33), (150, 77)):
        for ties in (False, True):
            scores = (rng.integers(-4, 5, count) / 4 if ties else rng.standard_normal(count)).astype(np.float32)
            tp = (rng.random(count) < 0.4).astype(np.uint8)
            if tp.sum() > positives:
                raise ValueError("more true positives than objects")
            for method, truth in METHODS.items():
                name = {
                    "en": f"{method}, {count} detections, {positives} objects{', equal scores' if ties else ''}",
                    "zh": f"{method}，{count} 个检测，{positives} 个目标{'，有相同得分' if ties else ''}",
                }
                yield name, [tp, scores, positives, method], float(truth(tp, scores, positives))


write(
    "average-precision",
    "benchmarks",
    "VOCevaldet.m of 2007 and VOCap.m of 2010 in numpy, pycocotools.COCOeval",
    ["pycocotools", "numpy"],
    cases(),
)
