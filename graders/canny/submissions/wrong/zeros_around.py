# diagnosis: zero-padding
# from: reference.py
# -     p = np.pad(image.astype(np.int32), 1, mode="edge")
# +     p = np.pad(image.astype(np.int32), 1)
