# diagnosis: unseeing-query-averages
# from: wrong/masked_fill.py
# -     scores = np.where(mask, scores, -np.inf)
# +     scores = np.where(mask, scores, -1e9)
