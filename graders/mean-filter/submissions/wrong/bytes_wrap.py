# diagnosis: bytes-overflow
# from: slow/shifted_copies.py
# -     padded = pad(image, ksize // 2).astype(np.int32)
# -     sums = np.zeros((h, w), dtype=np.int32)
# +     padded = pad(image, ksize // 2)
# +     sums = np.zeros_like(image)
