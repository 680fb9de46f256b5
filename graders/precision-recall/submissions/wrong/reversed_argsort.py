# diagnosis: ties-reversed+unstable-sort+no-objects-nan
# from: reference.py
# -     found = np.cumsum(tp[np.argsort(-scores, kind="stable")], dtype=np.float64)
# +     found = np.cumsum(tp[np.argsort(scores)[::-1]], dtype=np.float64)
# -     return {"precision": precision, "recall": found / positives if positives else np.zeros_like(found)}
# +     with np.errstate(all="ignore"):
# +         return {"precision": precision, "recall": found / np.float64(positives)}
