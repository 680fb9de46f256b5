# diagnosis: loss-in-base-ten
# from: reference.py
# -     return {"loss": np.mean(scale * entropy), "grad": (grad / len(logits)).astype(np.float32)}
# +     return {"loss": np.mean(scale * entropy) / np.log(10), "grad": (grad / len(logits)).astype(np.float32)}
