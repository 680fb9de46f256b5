# diagnosis: none
# from: reference.py
# -     totals = np.cumsum(values, axis=0, dtype=np.int32)
# +     totals = np.cumsum(values, axis=0, dtype=np.uint16)
# -     return ((sums + ksize * ksize // 2) // (ksize * ksize)).astype(np.uint8)
# +     return ((sums.astype(np.int32) + ksize * ksize // 2) // (ksize * ksize)).astype(np.uint8)
