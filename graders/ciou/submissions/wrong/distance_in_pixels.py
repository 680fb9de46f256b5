# diagnosis: distance-not-divided
# from: reference.py
# -     return (iou - apart / diagonal - alpha * v).astype(np.float32)
# +     return (iou - apart - alpha * v).astype(np.float32)
