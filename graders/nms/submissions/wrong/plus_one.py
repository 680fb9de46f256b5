# diagnosis: plus-one
# from: reference.py
# -     area = (x2 - x1) * (y2 - y1)
# +     area = (x2 - x1 + 1) * (y2 - y1 + 1)
# -         intersection = np.maximum(width, 0) * np.maximum(height, 0)
# +         intersection = np.maximum(width + 1, 0) * np.maximum(height + 1, 0)
