# diagnosis: colour-left-out
# from: reference.py
# -             weight = np.exp(-space - (shifted - middle) ** 2 / (2 * sigma_color**2))
# +             weight = np.exp(-space)
