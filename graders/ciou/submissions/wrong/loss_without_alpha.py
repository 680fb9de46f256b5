# diagnosis: loss-returned+alpha-missing
# from: accepted/as_ultralytics.py
# -     alpha = v / (v - iou + (1 + eps))
# -     return (iou - (rho2 / (cw**2 + ch**2 + eps) + v * alpha)).astype(np.float32)
# +     return (1 - iou + rho2 / (cw**2 + ch**2 + eps) + v).astype(np.float32)
