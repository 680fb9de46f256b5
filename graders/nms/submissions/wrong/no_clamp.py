# diagnosis: overlap-not-clamped
# from: reference.py
# -         intersection = np.maximum(width, 0) * np.maximum(height, 0)
# -         # Not divided: two boxes without area would give 0 / 0.
# -         rest = rest[intersection <= threshold * (area[best] + area[rest] - intersection)]
# +         intersection = width * height
# +         with np.errstate(all="ignore"):
# +             rest = rest[~(intersection / (area[best] + area[rest] - intersection) > threshold)]
