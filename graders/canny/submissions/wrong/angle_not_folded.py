# diagnosis: negative-angles-not-folded
# from: reference.py
# -     flat, steep = np.abs(gy) < TAN_22_5 * np.abs(gx), np.abs(gx) < TAN_22_5 * np.abs(gy)
# +     angle = np.degrees(np.arctan2(gy, gx))
# +     flat, steep = (angle < 22.5) | (angle > 157.5), (angle > 67.5) & (angle < 112.5)
