# diagnosis: union-plus-1e-7
# from: reference.py
# -     iou = np.divide(intersection, union, out=np.zeros_like(intersection), where=union > 0)
# +     iou = intersection / (union + 1e-7)
