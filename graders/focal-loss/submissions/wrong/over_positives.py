# diagnosis: loss-over-positives+gradient-over-positives
# from: reference.py
# -     return {"loss": np.mean(scale * entropy), "grad": (grad / len(logits)).astype(np.float32)}
# +     positives = max(1, np.sum(targets))
# +     return {"loss": np.sum(scale * entropy) / positives, "grad": (grad / positives).astype(np.float32)}
