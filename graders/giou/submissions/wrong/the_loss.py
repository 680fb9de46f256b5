# diagnosis: loss-returned+empty-nan
# from: accepted/columns.py
# -     eps = np.float32(1e-7)
# -     return inter / (union + eps) - (hull - union) / (hull + eps)
# +     with np.errstate(all="ignore"):
# +         return 1 - inter / union + (hull - union) / hull
