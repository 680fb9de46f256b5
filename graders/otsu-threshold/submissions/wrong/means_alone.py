# diagnosis: shares-left-out
# from: accepted/masks.py
# -         between = share * (1 - share) * (image[dark].mean() - image[~dark].mean()) ** 2
# +         between = (image[dark].mean() - image[~dark].mean()) ** 2
