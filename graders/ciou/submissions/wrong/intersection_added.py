# diagnosis: intersection-added
# from: reference.py
# -     iou = shared / (aw * ah + bw * bh - shared)
# +     iou = shared / (aw * ah + bw * bh + shared)
