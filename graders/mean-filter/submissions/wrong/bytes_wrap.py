# diagnosis: bytes-overflow
# from: accepted/integral_image.py
# -     table = np.pad(pad(image, ksize // 2).astype(np.int32), ((1, 0), (1, 0)))
# -     table = table.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
# +     table = np.pad(pad(image, ksize // 2), ((1, 0), (1, 0)))
# +     table = table.cumsum(axis=0, dtype=np.uint8).cumsum(axis=1, dtype=np.uint8)
