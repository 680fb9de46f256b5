# diagnosis: maximum-of-the-batch
# from: reference.py
# -     z -= z.max(axis=1, keepdims=True)
# +     z -= z.max()
