import numpy as np


def scale_scores(scores, options):
    scaled = scores ** options["power"] * (-1.0 if options["negate"] else 1.0)
    kept = np.flatnonzero(scaled > 0).astype(np.int32)
    return {
        "total": float(scaled.sum()),
        "scaled": scaled,
        "kept": kept,
        "label": "%s: %d" % (options["name"], len(scores)),
        "any": len(kept) > 0,
    }
