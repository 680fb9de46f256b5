# diagnosis: zero-padding
# from: accepted/halves.py
# -     padded = np.pad(image, r, constant_values=255)
# +     padded = np.pad(image, r)
