# diagnosis: yes-and-no-swapped
# from: reference.py
# -     return {"loss": np.mean(softplus - x * t), "grad": ((p - t) / len(x)).astype(np.float32)}
# +     return {"loss": np.mean(softplus - x * (1 - t)), "grad": ((p - t) / len(x)).astype(np.float32)}
