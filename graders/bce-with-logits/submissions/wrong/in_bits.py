# diagnosis: loss-in-bits
# from: reference.py
# -     return {"loss": np.mean(softplus - x * t), "grad": ((p - t) / len(x)).astype(np.float32)}
# +     return {"loss": np.mean(softplus - x * t) / np.log(2), "grad": ((p - t) / len(x)).astype(np.float32)}
