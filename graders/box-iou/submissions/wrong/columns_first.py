# diagnosis: rows-and-columns-swapped
# from: reference.py
# -     return iou.astype(np.float32)
# +     return iou.T.reshape(iou.shape).astype(np.float32)
