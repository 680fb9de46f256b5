# from: accepted/integral_image.py
# Right, but adds up ksize * ksize shifted images.
# -     table = np.pad(pad(image, ksize // 2).astype(np.int32), ((1, 0), (1, 0)))
# -     table = table.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)
# -     sums = table[ksize:, ksize:] - table[:-ksize, ksize:] - table[ksize:, :-ksize] + table[:-ksize, :-ksize]
# +     h, w = image.shape
# +     padded = pad(image, ksize // 2).astype(np.int32)
# +     sums = np.zeros((h, w), dtype=np.int32)
# +     for i in range(ksize):
# +         for j in range(ksize):
# +             sums += padded[i : i + h, j : j + w]
