# diagnosis: recall-over-found+no-objects-one
# from: reference.py
# -     return {"precision": precision, "recall": found / positives if positives else np.zeros_like(found)}
# +     recall = found / found[-1] if found.size and found[-1] else np.ones_like(found)
# +     return {"precision": precision, "recall": recall}
