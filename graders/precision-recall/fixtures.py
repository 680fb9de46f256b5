"""Fixtures of precision-recall (tools/write_fixtures.py says how to run it)."""

from fractions import Fraction

import numpy as np
from write_fixtures import write


def truth(tp, scores, positives):
    """By the definition: at each rank all detections are looked at again, and those that come no later are counted."""
    ranking = sorted(range(len(tp)), key=lambda at: (-float(scores[at]), at))
    precision, recall = [], []
    for last in range(len(ranking)):
        kept = ranking[: last + 1]
        true_positives = sum(int(tp[at]) for at in kept)
        false_positives = sum(1 - int(tp[at]) for at in kept)
        precision.append(float(Fraction(true_positives, true_positives + false_positives)))
        recall.append(float(Fraction(true_positives, positives)) if positives else 0.0)
    return {"precision": np.array(precision), "recall": np.array(recall)}


def cases():
    rng = np.random.default_rng(20261128)
    for count in (0, 1, 4, 10, 50, 200):
        for ties in (False, True):
            scores = rng.integers(-4, 5, count) / 4 if ties else rng.standard_normal(count)
            tp = (rng.random(count) < 0.6).astype(np.uint8)
            missed = int(rng.integers(0, 5)) if count else 3
            positives = int(tp.sum()) + missed
            args = [tp, scores.astype(np.float32), positives]
            name = {
                "en": f"{count} detections, {missed} objects missed{', equal scores' if ties else ''}",
                "zh": f"{count} 个检测，漏检 {missed} 个目标{'，有相同得分' if ties else ''}",
            }
            yield name, args, truth(*args)


write("precision-recall", "formula", "TP / (TP + FP) and TP / positives as fractions", ["numpy"], cases())
