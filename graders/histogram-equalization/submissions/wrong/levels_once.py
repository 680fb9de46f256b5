# diagnosis: levels-not-pixels
# from: accepted/unique_levels.py
# -     above = np.cumsum(counts) - counts[0]
# +     above = np.arange(len(levels))
