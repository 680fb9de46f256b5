# diagnosis: distance-penalty
# from: accepted/columns.py
# -     eps = np.float32(1e-7)
# -     return inter / (union + eps) - (hull - union) / (hull + eps)
# +     wide, high = np.maximum(ax2, bx2) - np.minimum(ax1, bx1), np.maximum(ay2, by2) - np.minimum(ay1, by1)
# +     far = ((ax1 + ax2 - bx1 - bx2) ** 2 + (ay1 + ay2 - by1 - by2) ** 2) / 4
# +     return inter / np.maximum(union, 1e-9) - far / np.maximum(wide**2 + high**2, 1e-9)
# -     hull = (np.maximum(ax2, bx2) - np.minimum(ax1, bx1)) * (np.maximum(ay2, by2) - np.minimum(ay1, by1))
