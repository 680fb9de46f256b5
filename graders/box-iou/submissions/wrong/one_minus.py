# diagnosis: distance-returned
# from: reference.py
# -     return iou.astype(np.float32)
# +     return (1 - iou).astype(np.float32)
