# diagnosis: border-reflect
# from: accepted/convolved_rows.py
# -     padded = np.pad(image.astype(np.float64), r, mode="reflect")
# +     padded = np.pad(image.astype(np.float64), r, mode="symmetric")
