# diagnosis: sums-for-means
# from: reference.py
# -     dx = gamma / deviation * (g - g.mean(axis=0) - normalised * (g * normalised).mean(axis=0))
# +     dx = gamma / deviation * (g - g.sum(axis=0) - normalised * (g * normalised).sum(axis=0))
