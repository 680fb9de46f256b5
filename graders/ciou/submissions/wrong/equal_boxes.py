# diagnosis: equal-boxes-nan
# from: reference.py
# -     alpha = np.divide(v, 1 - iou + v, out=np.zeros_like(v), where=v > 0)
# +     with np.errstate(all="ignore"):
# +         alpha = v / (1 - iou + v)
