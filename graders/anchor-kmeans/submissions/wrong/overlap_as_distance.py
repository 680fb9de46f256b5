# diagnosis: smallest-overlap
# from: reference.py
# -         nearest = iou.argmax(axis=1)
# +         nearest = iou.argmin(axis=1)
